package org.risktriage.service.pages;

/**
 * A file of a page.
 *
 * @param type its media type
 * @param content its text
 */
public record PageFile(String type, String content) {
    /** The media type of a page. */
    public static final String HTML = "text/html; charset=utf-8";

    /** The media type of styles. */
    public static final String CSS = "text/css; charset=utf-8";

    /** The media type of a script. */
    public static final String SCRIPT = "text/javascript; charset=utf-8";
}

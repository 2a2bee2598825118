package org.risktriage.service.pages;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * A page of the one layout. A template stands in {@code pages/} and says {@code {{<layout}}}, {@code {{$title}}} and
 * {@code {{$main}}}, and {@code {{$scripts}}} where it has any; values are escaped. Safe for use by many threads.
 */
public final class PageTemplate {
    /** Where the service serves the files that pages use. */
    public static final String ASSETS = "/assets";

    private final Mustache mustache;

    /**
     * Reads a template.
     *
     * @param name its name, without {@code .mustache}
     */
    public PageTemplate(String name) {
        this.mustache = new DefaultMustacheFactory("pages").compile(name + ".mustache");
    }

    /**
     * Writes a page.
     *
     * @param assets where its files are, without a stroke at the end: {@link #ASSETS}, or a folder beside it
     * @param values what stands in it, by name
     * @return the page in HTML
     */
    public String page(String assets, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("assets", assets);
        return mustache.execute(new StringWriter(), all).toString();
    }
}

package org.risktriage.service.conformance;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A header to send with each request. Its value may be a secret, and is never shown.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {
    /**
     * Reads a header.
     *
     * @param line the header as {@code Name: value}
     * @return the header
     * @throws KitException if it is none that may be sent
     */
    public static Header of(String line) throws KitException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new KitException("A header is written as 'Name: value'.");
        }
        Header header = new Header(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        try {
            HttpRequest.newBuilder().header(header.name, header.value);
        } catch (IllegalArgumentException e) {
            // Its own words would repeat the value.
            throw new KitException("A header cannot be sent: its name or its value is not allowed.");
        }
        return header;
    }

    /**
     * Reads headers.
     *
     * @param lines one header a line; blank lines do not matter
     * @return the headers
     * @throws KitException if one of them may not be sent
     */
    public static List<Header> all(List<String> lines) throws KitException {
        List<Header> headers = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                headers.add(of(line));
            }
        }
        return List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Header[" + name + ", value withheld]";
    }
}

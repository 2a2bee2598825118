package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/**
 * Stands for a value that must never come back. Messages may repeat a name that looks like one, of a field or a rule; no
 * name may hold a plus sign, so this must not come back from anywhere.
 */
final class Sentinel {
    static final String VALUE = "ZEBRA+7781";

    /** Written in inputs in place of the sentinel, so that no change to an input breaks it. */
    private static final String MARK = "^";

    private Sentinel() {}

    /** The text of an input. */
    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).replace(MARK, VALUE);
    }

    static void assertNotIn(Object said) {
        assertThat(String.valueOf(said)).doesNotContainIgnoringCase(VALUE);
    }
}

package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule, a parameter or an item comes from.
 *
 * @param id id that others refer to
 * @param title what it is
 * @param url where it is, or null
 * @param confidence how well it is known
 * @param note anything to know about it, or null
 */
public record Source(
        String id,
        String title,
        @Nullable String url,
        Confidence confidence,
        @Nullable String note) {}

package org.risktriage.triage.internal.hours;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service is open at a moment.
 *
 * @param now whether it is open; null where that is not known
 * @param until when it closes, where it is open and closes at all
 * @param next when it opens next; null where it never closes, or where no later opening is certain
 */
public record Opening(
        @Nullable Boolean now,
        @Nullable OffsetDateTime until,
        @Nullable OffsetDateTime next) {
    /** Nothing is claimed. */
    public static final Opening NOT_CLAIMED = new Opening(null, null, null);
}

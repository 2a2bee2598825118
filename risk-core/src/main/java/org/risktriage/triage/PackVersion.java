package org.risktriage.triage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule pack, and when it is the policy.
 *
 * @param pack its id, version and digest
 * @param inForceFrom first day on which it is the policy
 * @param inForceTo last such day: the day before the next version takes over, or one that it names itself; null where
 *     neither is known
 * @param usableFrom first day on which it may be used in production
 * @param reviewBy day by which it has to be reviewed
 * @param changes what changed with it
 */
public record PackVersion(
        Decision.PackId pack,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        LocalDate usableFrom,
        LocalDate reviewBy,
        List<String> changes) {}

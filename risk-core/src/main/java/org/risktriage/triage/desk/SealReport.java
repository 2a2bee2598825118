package org.risktriage.triage.desk;

import org.jspecify.annotations.Nullable;

/**
 * What came of sealing a pack.
 *
 * @param trial what came of its checks and of its worked cases
 * @param sealed the sealed pack, without signatures; null where anything was found
 */
public record SealReport(TrialReport trial, @Nullable SealedFile sealed) {}

package org.risktriage.service.api;

import java.time.LocalDate;
import java.util.List;
import org.risktriage.triage.AreaRules;

/**
 * Reply of {@code GET /v1/areas?compare=true}.
 *
 * @param on the day
 * @param areas the rules of each area on that day
 */
public record AreaComparison(LocalDate on, List<AreaRules> areas) {}

package org.risktriage.service.api;

import java.util.List;
import org.risktriage.triage.Decision.PackId;

/**
 * Reply of {@code GET /v1/rule-packs}.
 *
 * @param rulePacks the packs that are here, by id and then by version
 */
public record RulePackList(List<PackId> rulePacks) {}

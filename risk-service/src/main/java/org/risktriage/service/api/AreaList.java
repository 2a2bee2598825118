package org.risktriage.service.api;

import java.util.List;
import org.risktriage.triage.Area;

/**
 * Reply of {@code GET /v1/areas}.
 *
 * @param areas the areas whose rules are here
 */
public record AreaList(List<Area> areas) {}

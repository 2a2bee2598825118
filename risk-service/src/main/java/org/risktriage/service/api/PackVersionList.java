package org.risktriage.service.api;

import java.util.List;
import org.risktriage.triage.PackVersion;

/**
 * Reply of {@code GET /v1/rule-packs/{id}}.
 *
 * @param id id of the pack
 * @param versions its versions, by the days on which they are in force
 */
public record PackVersionList(String id, List<PackVersion> versions) {}

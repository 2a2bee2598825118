package org.risktriage.service.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The cases of one topic of one rule pack: one file of the kit.
 *
 * @param pack the pack
 * @param topic what the cases are about
 * @param cases the cases
 */
public record CaseFile(PackVersion pack, String topic, List<Case> cases) {
    /**
     * A version of a pack.
     *
     * @param id id of the pack
     * @param version its version
     */
    public record PackVersion(String id, String version) {}

    /**
     * One case.
     *
     * @param name what it shows
     * @param request the body to send
     * @param expect what must come back
     */
    public record Case(String name, JsonNode request, Expected expect) {}
}

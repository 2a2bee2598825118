package org.risktriage.service.openapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.AreaComparison;
import org.risktriage.service.api.AreaList;
import org.risktriage.service.api.AssessmentComparison;
import org.risktriage.service.api.PackVersionList;
import org.risktriage.service.api.RulePackList;
import org.risktriage.service.batch.BatchSummary;
import org.risktriage.service.batch.LineProblem;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.NextQuestions;
import org.risktriage.triage.RulePack;

/**
 * What a description says of one way to use a resource. A new resource needs a row here.
 *
 * @param summary what it does
 * @param sends the media type of its body, or null
 * @param answers the media type of its reply
 * @param replies the records that may come back; a stream has one of them on each line
 * @param parameters what may stand in the query, and what it means
 */
record Described(
        String summary,
        @Nullable String sends,
        String answers,
        List<Class<?>> replies,
        Map<String, String> parameters) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    static final Map<String, Described> ALL = Map.of(
            "POST /v1/assessments",
            new Described("Decides one assessment", JSON, JSON, List.of(Decision.class), Map.of()),
            "POST /v1/assessments/batch",
            new Described(
                    "Decides assessments, one a line, in a stream",
                    NDJSON,
                    NDJSON,
                    List.of(Decision.class, LineProblem.class, BatchSummary.class),
                    Map.of()),
            "POST /v1/assessments/compare",
            new Described(
                    "Lays the answers of several areas to one assessment beside each other",
                    JSON,
                    JSON,
                    List.of(AssessmentComparison.class),
                    Map.of("area", "id of an area; may be repeated")),
            "POST /v1/next-question",
            new Described(
                    "Says what to ask next, or what to do once the contact is over",
                    JSON,
                    JSON,
                    List.of(NextQuestions.class),
                    Map.of()),
            "GET /v1/areas",
            new Described(
                    "Lists the areas whose rules are here, or compares them",
                    null,
                    JSON,
                    List.of(AreaList.class, AreaComparison.class),
                    Map.of(
                            "compare", "true to compare the rules of the areas",
                            "on", "the day whose rules are compared; today unless given")),
            "GET /v1/instruments/{id}",
            new Described("Shows an instrument", null, JSON, List.of(Instrument.class), Map.of()),
            "GET /v1/rule-packs",
            new Described("Lists the rule packs", null, JSON, List.of(RulePackList.class), Map.of()),
            "GET /v1/rule-packs/{id}",
            new Described("Lists the versions of a rule pack", null, JSON, List.of(PackVersionList.class), Map.of()),
            "GET /v1/rule-packs/{id}/{version}",
            new Described(
                    "Shows all that a version of a rule pack says", null, JSON, List.of(RulePack.class), Map.of()),
            "GET /openapi.json",
            new Described("This description", null, JSON, List.of(), Map.of()));
}

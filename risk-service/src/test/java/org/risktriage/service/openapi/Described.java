package org.risktriage.service.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.AreaComparison;
import org.risktriage.service.api.AreaList;
import org.risktriage.service.api.AreaStatistics;
import org.risktriage.service.api.AssessmentComparison;
import org.risktriage.service.api.PackVersionList;
import org.risktriage.service.api.RulePackList;
import org.risktriage.service.batch.BatchSummary;
import org.risktriage.service.batch.LineProblem;
import org.risktriage.service.ledger.decisions.KeptDecision;
import org.risktriage.service.ledger.decisions.RecordedDecision;
import org.risktriage.service.ledger.decisions.Replayed;
import org.risktriage.service.ledger.decisions.ReviewRequest;
import org.risktriage.triage.Assessment;
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
 * @param body the record that is sent
 * @param created the record of the reply where something is made, or null
 */
record Described(
        String summary,
        @Nullable String sends,
        String answers,
        List<Class<?>> replies,
        Map<String, String> parameters,
        Class<?> body,
        @Nullable Class<?> created) {

    /** A way to use a resource that sends an assessment or nothing, and makes nothing. */
    Described(
            String summary,
            @Nullable String sends,
            String answers,
            List<Class<?>> replies,
            Map<String, String> parameters) {
        this(summary, sends, answers, replies, parameters, Assessment.class, null);
    }

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    static final String CSV = "text/csv";

    private static final Map<String, Described> RECORDED = Map.of(
            "GET /v1/statistics",
            new Described(
                    "Counts what was recorded for an area",
                    null,
                    JSON,
                    List.of(AreaStatistics.class),
                    Map.of(
                            "area", "id of the area",
                            "from", "the first day, which begins a month, a quarter or a year of the calendar",
                            "to", "the last day, which ends one",
                            "by", "month, quarter or year; one period unless given",
                            "format", "json or csv; what Accept says unless given")),
            "GET /v1/decisions/{id}",
            new Described(
                    "Shows a decision that was recorded, with what people made of it",
                    null,
                    JSON,
                    List.of(KeptDecision.class),
                    Map.of()),
            "POST /v1/decisions/{id}/replay",
            new Described(
                    "Decides once more what was decided, and says whether the same comes out",
                    null,
                    JSON,
                    List.of(Replayed.class),
                    Map.of()),
            "POST /v1/decisions/{id}/reviews",
            new Described(
                    "Records what a person decided",
                    JSON,
                    JSON,
                    List.of(),
                    Map.of(),
                    ReviewRequest.class,
                    KeptDecision.Review.class));

    private static final Map<String, Described> ALWAYS = Map.of(
            "POST /v1/assessments",
            new Described(
                    "Decides one assessment",
                    JSON,
                    JSON,
                    List.of(Decision.class, RecordedDecision.class),
                    Map.of(),
                    Assessment.class,
                    RecordedDecision.class),
            "POST /v1/assessments/batch",
            new Described(
                    "Decides assessments, one a line, in a stream",
                    NDJSON,
                    NDJSON,
                    List.of(Decision.class, RecordedDecision.class, LineProblem.class, BatchSummary.class),
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

    static final Map<String, Described> ALL = Stream.of(ALWAYS, RECORDED)
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
}

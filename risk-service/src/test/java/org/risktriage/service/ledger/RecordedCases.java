package org.risktriage.service.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.store.Database;

/** Recorded decisions for tests of what operators do, without HTTP. */
public final class RecordedCases {
    private RecordedCases() {}

    /** Three decisions about one person whose every text is this one, with a review and a look, and two about nobody. */
    public static void fill(Database.Address address, Path keys, String text) {
        try (FilledLedger ledger = new FilledLedger(address, keys, Clock.systemUTC(), true)) {
            for (int i = 0; i < 3; i++) {
                Map<String, Object> request = FilledLedger.assessment(text, "2026-11-1" + i, Map.of());
                request.put("judgement", Map.of("highRisk", true, "rationale", text));
                request.put("references", Map.of("case", text, "subject", text, "agency", text));
                request.put("perpetrators", List.of(Map.of("ref", text, "relationship", text)));
                String id =
                        String.valueOf(ledger.decide("a", "key-" + i, request).recorded());
                ledger.desk.review(
                        FilledLedger.agency("a"), "r", id, Map.of("outcome", "accept", "role", text, "reason", text));
                ledger.desk.show(FilledLedger.agency("a"), "r", id);
            }
            ledger.decide("b", FilledLedger.assessment(null, "2026-11-10", Map.of()));
            ledger.decide("b", FilledLedger.assessment(null, "2026-11-11", Map.of()));
        }
    }

    /** What a decision says of a criterion; {@code none} where it does not name it. */
    public static String status(JsonNode decision, String criterion) {
        for (JsonNode one : decision.at("/marac/criteria")) {
            if (one.path("id").asText().equals(criterion)) {
                return one.path("status").asText();
            }
        }
        return "none";
    }

    /** The hash of a record that was exported, made from its fields as the documentation says. */
    public static String hashOf(JsonNode record, String before) {
        return new Entry(
                        record.path("seq").asLong(),
                        record.path("kind").asText(),
                        record.path("id").asText(),
                        record.path("about").asText(),
                        record.path("at").asLong(),
                        new Draft.Author(
                                record.path("caller").asText(),
                                record.path("agency").asText(),
                                record.path("request").asText()),
                        record.path("summary").asText(),
                        record.path("contentSha256").asText(),
                        "")
                .hashAfter(new Link(record.path("seq").asLong() - 1, before));
    }
}

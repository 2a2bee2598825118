package org.risktriage.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Requests with a sentinel wherever a text of a caller's own can stand, to see where such texts end up. Send them through
 * your own system, collect what it logs, shows and stores where no case belongs, and call {@link #assertAbsent}.
 */
public final class Canaries {
    /** A text that means nothing and looks like nothing that is refused. */
    public static final String SENTINEL = "ZEBRA-7781";

    /** The request of the contract with the sentinel in every text that is free: it is valid. */
    private static final String VALID = """
            {"assessedOn":"2026-11-20","answers":{"q1":"yes"},
            "judgement":{"highRisk":true,"rationale":"@"},
            "incidents":[{"on":"2026-11-01","kind":"other","perpetrator":"@","ref":"@"}],
            "maracs":[{"referredOn":"2026-10-01","area":"@","perpetrator":"@"}],
            "perpetrators":[{"ref":"@","relationship":"@"}],
            "circumstances":{"residence":"@"},
            "references":{"case":"@","subject":"@","agency":"@"}}""".replace("\n", "");

    private Canaries() {}

    /**
     * Requests for {@code POST /v1/assessments}: one that is valid, and one for each way in which a text can be wrong.
     *
     * @return the requests, each on one line, the valid one first
     */
    public static List<String> requests() {
        List<String> requests = new ArrayList<>(List.of(VALID));
        for (String place : List.of("\"other\"", "\"yes\"", "\"q1\"", "\"2026-11-01\"", "\"residence\"", "true")) {
            requests.add(VALID.replace(place, "\"@\""));
        }
        requests.add(VALID.replace("{\"assessedOn\"", "{\"area\":\"@\",\"assessedOn\""));
        requests.add(VALID.replace("{\"assessedOn\"", "{\"instrument\":\"@\",\"assessedOn\""));
        requests.add(VALID.replace("{\"assessedOn\"", "{\"@\":\"@\",\"assessedOn\""));
        requests.add("{\"@\":1,\"@\":2}");
        requests.add("[\"@\"");
        requests.add("@");
        return requests.stream().map(request -> request.replace("@", SENTINEL)).toList();
    }

    /**
     * Looks for the sentinel.
     *
     * @param outputs whatever your system wrote: logs, metrics, errors, addresses
     * @throws AssertionError if it stands in one of them, with the words around it
     */
    public static void assertAbsent(String... outputs) {
        for (String output : outputs) {
            int at = output.toUpperCase(Locale.ROOT).indexOf(SENTINEL);
            if (at >= 0) {
                throw new AssertionError("The sentinel stands here: "
                        + output.substring(Math.max(0, at - 60), Math.min(output.length(), at + 60)));
            }
        }
    }
}

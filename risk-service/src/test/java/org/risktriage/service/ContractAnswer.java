package org.risktriage.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names in the answer of {@code POST /v1/assessments}, in their order: those of the contract, and those added since,
 * marked with a plus.
 */
final class ContractAnswer {
    /** Names by place; the place of an entry of a list is that of the list. */
    static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    "",
                    names("id level score complete marac prompts actions services +gaps warnings unknowns nextQuestions"
                            + " +previous +profile handling notice rules")),
            Map.entry("/level", names("value atLeast atMost settled because +reasons")),
            Map.entry("/level/reasons", names("+id +because +rule +source +confidence")),
            Map.entry("/score", names("yes no dontKnow declined notAsked of atMost")),
            Map.entry("/marac", names("refer status criteria +meeting")),
            Map.entry(
                    "/marac/meeting",
                    names("+cadence +waitAtMost +latest +urgency +because +rule +source +confidence")),
            Map.entry("/marac/criteria", names("id status because distance rule source +confidence")),
            Map.entry("/prompts", names("id severity because rule source +confidence")),
            Map.entry("/actions", names("id role to due +timing +says because rule source +confidence")),
            Map.entry(
                    "/services",
                    names(
                            "id name phone openNow opensNext because +openUntil +hours +area +eligibility +says +ask +first"
                                    + " +note +rule +source +confidence")),
            Map.entry("/gaps", names("+id +name +status +says +because +ask +rule +source +confidence")),
            Map.entry("/warnings", names("id because +rule +source +confidence")),
            Map.entry("/unknowns", names("question couldChange")),
            Map.entry("/previous", names("+nextReview +compared")),
            Map.entry(
                    "/previous/compared",
                    names("+assessedOn +level +change +yes +rose +fellSilent +nowNo +incidentsSince")),
            Map.entry("/profile", names("+row +label +grade +frequencyRose +severityRose")),
            Map.entry("/handling", names("neverDiscloseTo hideFromPatientOnlineAccess")),
            Map.entry("/rules", names("area base instrument engine chosen +overrides +switchedOff +passedOver +later")),
            Map.entry("/rules/area", names("id version sha256")),
            Map.entry("/rules/overrides", names("+parameter +value +base +source +confidence +note")),
            Map.entry("/rules/passedOver", names("+id +version +from +to")),
            Map.entry("/rules/base", names("id version sha256")),
            Map.entry("/rules/instrument", names("id edition")));

    private ContractAnswer() {}

    private static List<String> names(String text) {
        return List.of(text.split(" ", -1));
    }

    /** Every name that may stand at a place, in order. */
    static List<String> allowedAt(String place) {
        return NAMES.getOrDefault(place, List.of()).stream()
                .map(name -> name.startsWith("+") ? name.substring(1) : name)
                .toList();
    }

    /** The names in a reply, by place, in the order given; an entry for each object. */
    static Map<String, List<List<String>>> namesIn(JsonNode reply) {
        Map<String, List<List<String>>> found = new TreeMap<>();
        collect(reply, "", found);
        return found;
    }

    private static void collect(JsonNode node, String place, Map<String, List<List<String>>> found) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            found.computeIfAbsent(place, key -> new ArrayList<>()).add(names);
            names.forEach(name -> collect(node.path(name), place + "/" + name, found));
        } else if (node.isArray()) {
            node.forEach(entry -> collect(entry, place, found));
        }
    }
}

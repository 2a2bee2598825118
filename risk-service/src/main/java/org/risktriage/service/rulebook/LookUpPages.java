package org.risktriage.service.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Rule;

/** The pages by which rules are looked up: by question, and by criterion. */
final class LookUpPages {
    private LookUpPages() {}

    /** The questions of an instrument. */
    record Questions(String instrument, String title, List<Entry> entries) {}

    /** What is looked up, with the packs whose own rules name it. */
    record Entry(String id, String label, List<OfPack> packs) {}

    /** The rules of a pack that name it. */
    record OfPack(Link pack, List<Link> rules) {}

    static Map<String, Object> questions(RuleBook book) {
        List<Questions> all = new ArrayList<>();
        for (Instrument instrument : book.instruments()) {
            all.add(new Questions(
                    instrument.id(),
                    instrument.title(),
                    instrument.items().stream()
                            .map(item -> new Entry(
                                    item.id(),
                                    item.label(),
                                    naming(book, rule -> rule.items().contains(item.id()))))
                            .toList()));
        }
        return Map.of("instruments", all);
    }

    static Map<String, Object> criteria(RuleBook book) {
        TreeSet<String> ids = new TreeSet<>();
        book.packs().forEach(pack -> ids.addAll(pack.criteria()));
        List<Entry> entries = ids.stream()
                .map(id ->
                        new Entry(id, "", naming(book, rule -> rule.criteria().contains(id))))
                .toList();
        return Map.of("criteria", entries);
    }

    private static List<OfPack> naming(RuleBook book, Predicate<Rule> which) {
        List<OfPack> naming = new ArrayList<>();
        for (RulePack pack : book.packs()) {
            List<Link> rules = book.own(pack).stream()
                    .filter(which)
                    .map(rule -> Link.to(pack, rule))
                    .toList();
            if (!rules.isEmpty()) {
                naming.add(new OfPack(Link.to(pack), rules));
            }
        }
        return naming;
    }
}

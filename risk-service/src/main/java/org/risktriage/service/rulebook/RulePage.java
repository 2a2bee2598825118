package org.risktriage.service.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.RulePack.Rule;
import org.risktriage.triage.RulePack.RuleOff;

/** The page of one rule, in the pack that brings it. */
final class RulePage {
    private final RuleBook book;
    private final RulePack pack;
    private final Rule rule;

    private RulePage(RuleBook book, RulePack pack, Rule rule) {
        this.book = book;
        this.pack = pack;
        this.rule = rule;
    }

    /** A parameter that the rule reads. */
    record Read(String key, String value, String from, String to, String sourceId, String mark, String remark) {}

    /** An item that the rule names. */
    record Item(String item, String label) {}

    /** How the rule stands in another pack. */
    record Elsewhere(String title, String href, String applies, String values) {}

    static Map<String, Object> of(RuleBook book, RulePack pack, Rule rule) {
        return new RulePage(book, pack, rule).values();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("heading", BookText.name(rule));
        values.put("id", rule.id());
        values.put("pack", Link.to(pack));
        values.put("says", rule.says());
        values.put("filled", rule.says().contains("{"));
        values.put(
                "conditions",
                rule.conditions().stream()
                        .map(words -> BookText.capital(BookText.filled(words, book, pack)))
                        .toList());
        values.put(
                "states",
                rule.states().stream()
                        .map(words -> BookText.capital(BookText.filled(words, book, pack)))
                        .toList());
        values.put("mark", BookText.mark(rule.confidence()));
        values.put(
                "sources",
                pack.sources().stream()
                        .filter(source -> source.id().equals(rule.source()))
                        .limit(1)
                        .map(PackPage::source)
                        .toList());
        values.put("reads", rule.parameters().stream().map(this::read).toList());
        values.put("items", items());
        values.put("elsewhere", elsewhere());
        values.put("always", rule.conditions().isEmpty());
        values.put("hasReads", !rule.parameters().isEmpty());
        values.put("hasItems", !items().isEmpty());
        values.put("hasElsewhere", !elsewhere().isEmpty());
        values.put("fires", cases(true));
        values.put("silent", cases(false));
        return values;
    }

    private Read read(String key) {
        Optional<Parameter> row = book.valueOf(pack, key);
        return row.map(one -> new Read(
                        key,
                        one.value(),
                        BookText.day(one.from()),
                        BookText.until(one.to()),
                        one.source(),
                        BookText.mark(one.confidence()),
                        one.note()))
                .orElseGet(() -> new Read(key, "no value on this day", "", "", "", "", ""));
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Instrument instrument : book.instruments()) {
            for (String id : rule.items()) {
                Instrument.Item item = instrument.item(id);
                if (item != null) {
                    items.add(new Item(id, item.label()));
                }
            }
        }
        return items;
    }

    private List<Elsewhere> elsewhere() {
        List<Elsewhere> elsewhere = new ArrayList<>();
        for (RulePack other : book.packs()) {
            if (RuleBook.same(other, pack)) {
                continue;
            }
            Link link = Link.to(other);
            Optional<Rule> inherited = other.rules().stream()
                    .filter(one -> one.id().equals(rule.id()) && RuleBook.same(book.owner(other, one), pack))
                    .findFirst();
            if (inherited.isPresent()) {
                elsewhere.add(new Elsewhere(link.words(), link.href(), "inherited", differing(other)));
            }
            for (RuleOff off : other.off()) {
                RuleBook.Place place = book.switchedOff(other, off);
                if (place != null
                        && RuleBook.same(place.pack(), pack)
                        && place.rule().id().equals(rule.id())) {
                    elsewhere.add(new Elsewhere(link.words(), link.href(), "switched off: " + off.because(), ""));
                }
            }
        }
        return elsewhere;
    }

    /** The values that another pack has in the place of those here. */
    private String differing(RulePack other) {
        List<String> differing = new ArrayList<>();
        for (String key : rule.parameters()) {
            String here = book.valueOf(pack, key).map(Parameter::value).orElse("no value");
            String there = book.valueOf(other, key).map(Parameter::value).orElse("no value");
            if (!here.equals(there)) {
                differing.add(key + " is " + there);
            }
        }
        return differing.isEmpty() ? "the same values" : String.join("; ", differing);
    }

    private List<CaseText.Shown> cases(boolean fires) {
        return book.naming(pack, rule).stream()
                .filter(naming -> naming.fires() == fires)
                .map(CaseText::of)
                .toList();
    }
}

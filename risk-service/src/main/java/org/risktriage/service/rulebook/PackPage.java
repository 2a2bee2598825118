package org.risktriage.service.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.RulePack.Rule;
import org.risktriage.triage.RulePack.RuleOff;
import org.risktriage.triage.Source;

/** The page of one version of a pack. */
final class PackPage {
    private final RuleBook book;
    private final RulePack pack;

    private PackPage(RuleBook book, RulePack pack) {
        this.book = book;
        this.pack = pack;
    }

    /** A value of a parameter. */
    record Value(
            String key,
            String value,
            String instead,
            String from,
            String to,
            String applies,
            String sourceId,
            String mark,
            String remark,
            String statedBy) {}

    /** A table of values. */
    record Values(String tableId, String caption, List<Value> rows) {}

    /** The rules of a topic. */
    record Topic(String topic, String id, List<RuleRow> rules) {}

    /** A rule in a list. */
    record RuleRow(String rule, String href, String says, String states, String statedBy) {}

    /** A rule that is switched off. */
    record OffRow(String rule, String href, String because, String sourceId) {}

    /** A source. */
    record SourceRow(String id, String name, String url, String mark, String remark) {}

    /** A service. */
    record ServiceRow(String service, String where, String phone, String hours, String status, String mark) {}

    static Map<String, Object> of(RuleBook book, RulePack pack) {
        return new PackPage(book, pack).values();
    }

    private Map<String, Object> values() {
        RulePack base = book.base(pack);
        RulePack before = book.before(pack);
        Map<String, Object> values = new HashMap<>();
        values.put("heading", pack.title());
        values.put("version", pack.version());
        values.put("status", BookText.capital(BookText.status(pack, book.day())));
        values.put("facts", facts(base));
        values.put("cases", Link.toCases(pack));
        values.put("notice", pack.notice());
        values.put("changes", pack.changes());
        values.put("before", before == null ? List.of() : List.of(Link.to(before)));
        values.put("differences", before == null ? List.of() : Differences.between(before, pack));
        values.put("hasBefore", before != null);
        values.put(
                "hasDifferences",
                before != null && !Differences.between(before, pack).isEmpty());
        values.put("hasBase", base != null);
        values.put("hasOff", !pack.off().isEmpty());
        values.put("hasServices", !pack.services().isEmpty());
        values.put(
                "values",
                Stream.of(
                                new Values("values-own", "Its own", parameters(true)),
                                new Values("values-inherited", "Inherited", parameters(false)))
                        .filter(table -> !table.rows().isEmpty())
                        .toList());
        values.put("ownRules", topics(true));
        values.put("inheritedRules", topics(false));
        values.put("off", pack.off().stream().map(this::off).toList());
        values.put("sources", pack.sources().stream().map(PackPage::source).toList());
        values.put("services", services());
        values.put("rests", base == null ? List.of() : List.of(Link.to(base)));
        return values;
    }

    /**
     * A fact about the pack.
     *
     * @param term what it is
     * @param fact what it is here
     */
    record Fact(String term, String fact) {}

    private List<Fact> facts(@Nullable RulePack base) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Id", pack.id()));
        facts.add(new Fact("Version", pack.version()));
        facts.add(new Fact(
                "Kind",
                switch (BookText.kind(pack)) {
                    case "area" -> "The rules of one local MARAC";
                    case "instrument" -> "The rules of one instrument";
                    default -> "Base rules";
                }));
        facts.add(new Fact("Rests on", base == null ? "No other pack" : BookText.title(base)));
        facts.add(new Fact("Owner", pack.owner()));
        facts.add(new Fact("In force from", BookText.day(pack.inForceFrom())));
        facts.add(new Fact("In force to", BookText.until(pack.inForceTo())));
        facts.add(new Fact("May be used from", BookText.day(pack.usableFrom())));
        facts.add(new Fact("Review by", BookText.day(pack.reviewBy())));
        facts.add(new Fact(
                "Instrument", pack.instrument().id() + ", " + pack.instrument().edition()));
        facts.add(new Fact("Criteria", pack.criteria().isEmpty() ? "none" : String.join(", ", pack.criteria())));
        facts.add(new Fact("Digest (SHA-256)", pack.sha256()));
        return facts;
    }

    private List<Value> parameters(boolean own) {
        return pack.parameters().stream()
                .filter(row -> isOwn(row) == own)
                .map(row -> new Value(
                        row.key(),
                        row.value(),
                        instead(row),
                        BookText.day(row.from()),
                        BookText.until(row.to()),
                        row.appliesOn(book.day()) ? "yes" : "no",
                        row.source(),
                        BookText.mark(row.confidence()),
                        row.note(),
                        row.pack().id() + " " + row.pack().version()))
                .toList();
    }

    private static String instead(Parameter row) {
        String instead = row.instead();
        if (instead == null) {
            return "";
        }
        return instead.equals(row.value()) ? "the same as inherited" : "instead of " + instead;
    }

    private boolean isOwn(Parameter row) {
        return row.pack().id().equals(pack.id()) && row.pack().version().equals(pack.version());
    }

    private List<Topic> topics(boolean own) {
        Map<String, List<RuleRow>> topics = new LinkedHashMap<>();
        for (Rule rule : pack.rules()) {
            RulePack owner = book.owner(pack, rule);
            if (book.brings(pack, rule) == own) {
                topics.computeIfAbsent(rule.topic(), topic -> new ArrayList<>())
                        .add(new RuleRow(
                                BookText.name(rule),
                                Link.to(owner, rule).href(),
                                rule.says(),
                                String.join("; ", rule.states()),
                                BookText.title(owner)));
            }
        }
        List<Topic> all = new ArrayList<>();
        topics.forEach((topic, rules) -> all.add(new Topic(
                own ? topic : topic + ", inherited", (own ? "own-" : "inherited-") + topic, List.copyOf(rules))));
        return all;
    }

    private OffRow off(RuleOff off) {
        RuleBook.Place place = book.switchedOff(pack, off);
        return new OffRow(
                off.rule(),
                place == null ? "" : Link.to(place.pack(), place.rule()).href(),
                off.because(),
                off.source());
    }

    private List<ServiceRow> services() {
        return pack.services().stream()
                .map(service -> new ServiceRow(
                        service.name(),
                        service.area(),
                        service.phone() == null ? "none" : String.valueOf(service.phone()),
                        service.allHours(),
                        service.status().code(),
                        BookText.mark(service.confidence())))
                .toList();
    }

    /** An address is a link only where it is one of the web. */
    static SourceRow source(Source source) {
        String url = source.url() == null ? "" : String.valueOf(source.url());
        return new SourceRow(
                source.id(),
                source.title(),
                url.startsWith("https://") || url.startsWith("http://") ? url : "",
                BookText.mark(source.confidence()),
                source.note() == null ? "" : String.valueOf(source.note()));
    }
}

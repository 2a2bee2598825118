package org.risktriage.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.risktriage.triage.AreaRules;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.Source;

/** Writes {@code docs/reference/areas.md}: the rules of every area beside each other. */
final class AreasPage {
    private final StringBuilder page = new StringBuilder();

    private AreasPage() {}

    static String of(List<AreaRules> areas) {
        AreasPage writing = new AreasPage();
        writing.top(areas);
        areas.forEach(writing::row);
        areas.stream().filter(area -> area.kind().equals("area")).forEach(writing::section);
        return writing.page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void top(List<AreaRules> areas) {
        line("# The areas and their rules");
        line("");
        line(
                "Made from the rule packs; a build fails where this page is behind them. `GET /v1/areas?compare=true` gives the");
        line("same as data, and `POST /v1/assessments/compare` answers one assessment under each of them.");
        line("");
        line("What is *slanted* is inherited from the base rules, because the sources seen do not state it. No area has"
                + " confirmed");
        line("its pack yet: each says what was published, with its source and how well that is known (A seen at the"
                + " source,");
        line("B reported, K known from practice, I our own inference).");
        line("");
        line("There are "
                + areas.stream().filter(area -> area.kind().equals("area")).count() + " areas.");
        line("");
        line(
                "| area | line of 24 | bands | escalation | repeat | criteria and rules of its own | base rules that do not"
                        + " apply |");
        line("|---|---|---|---|---|---|---|");
    }

    /** Values by key. */
    private static Map<String, RulePack.Parameter> values(AreaRules area) {
        Map<String, RulePack.Parameter> values = new LinkedHashMap<>();
        area.values().forEach(value -> values.put(value.key(), value));
        return values;
    }

    private void row(AreaRules area) {
        String name = area.kind().equals("area")
                ? "[" + area.title() + "](#" + area.area() + ")"
                : "**" + area.title() + "**";
        if (area.refuses() != null) {
            line("| " + name + " | scores `" + area.instrument().id() + "`: a DASH checklist is refused | | | | | |");
            return;
        }
        Map<String, RulePack.Parameter> values = values(area);
        Cell line = new Cell(area, values)
                .add("visible-high-risk.comparator", value -> value.equals("above") ? "more than " : "at least ")
                .add("visible-high-risk.line");
        Cell bands = new Cell(area, values)
                .add("level.bands-from", from -> from + "-")
                .add("level.medium-from", from -> (Integer.parseInt(from) - 1) + " / " + from + "-")
                .add("level.high-from", from -> (Integer.parseInt(from) - 1) + " / " + from + "+");
        Cell escalation = new Cell(area, values)
                .add("potential-escalation.incidents")
                .add("potential-escalation.months", months -> " in " + months + " months");
        Cell repeat = new Cell(area, values)
                .add("repeat.scope", scope -> scope.equals("any-abuse") ? "any abuse" : "criminal type")
                .add("repeat.months", months -> ", " + months + " months")
                .add("repeat.anchor", anchor -> " from the " + anchor)
                .add("repeat.marac", marac -> marac.equals("any") ? ", any MARAC" : ", this MARAC")
                .add("repeat.direction", direction -> ", " + direction + " direction");
        line("| "
                + String.join(
                        " | ",
                        List.of(
                                name,
                                line.text(),
                                bands.text(),
                                escalation.text(),
                                repeat.text(),
                                own(area),
                                off(area)))
                + " |");
    }

    private static String own(AreaRules area) {
        Set<String> own = new LinkedHashSet<>();
        if (area.kind().equals("area")) {
            area.own()
                    .forEach(rule ->
                            own.add("`" + rule.id().substring(area.area().length() + 1) + "`"));
        }
        return String.join(", ", own);
    }

    private static String off(AreaRules area) {
        return area.off().stream().map(off -> "`" + off.rule() + "`").collect(Collectors.joining(", "));
    }

    private void section(AreaRules area) {
        line("");
        line("<a id=\"" + area.area() + "\"></a>");
        line("");
        line("## " + area.title());
        line("");
        line("`" + area.area() + "`, version " + area.rules().version() + ", in force from " + area.from() + ".");
        if (area.refuses() != null) {
            line("");
            line(area.refuses());
        }
        List<RulePack.Parameter> own = area.values().stream()
                .filter(value -> value.pack().id().equals(area.area()))
                .toList();
        if (!own.isEmpty()) {
            line("");
            line("| value | here | base | known | source | note |");
            line("|---|---|---|---|---|---|");
            own.forEach(value -> line("| `" + value.key() + "` | " + value.value() + " | "
                    + (value.instead() == null ? "" : value.instead()) + " | "
                    + value.confidence().code() + " | `"
                    + value.source() + "` | " + value.note() + " |"));
        }
        if (!area.own().isEmpty()) {
            line("");
            area.own()
                    .forEach(
                            rule -> line("- `" + rule.id().substring(area.area().length() + 1) + "`: " + rule.says()));
        }
        if (!area.off().isEmpty()) {
            line("");
            area.off().forEach(off -> line("- Not here: `" + off.rule() + "`. " + off.because()));
        }
        line("");
        sources(area)
                .forEach(source -> line("Source `" + source.id() + "` ("
                        + source.confidence().code() + "): "
                        + (source.url() == null ? source.title() : "[" + source.title() + "](" + source.url() + ")")
                        + (source.note() == null ? "." : ". " + source.note())));
    }

    /** The sources that the area itself brings: those of the base are on the page of the base. */
    private static List<Source> sources(AreaRules area) {
        Set<String> named = new LinkedHashSet<>();
        area.values().stream()
                .filter(value -> value.pack().id().equals(area.area()))
                .forEach(value -> named.add(value.source()));
        area.own().forEach(rule -> named.add(rule.source()));
        area.off().forEach(off -> named.add(off.source()));
        List<Source> sources = new ArrayList<>(area.sources().stream()
                .filter(source -> named.contains(source.id()))
                .toList());
        if (sources.isEmpty()) {
            sources.add(area.sources().get(area.sources().size() - 1));
        }
        return sources;
    }

    /** A cell made of values, each slanted where it is inherited. */
    private static final class Cell {
        private final AreaRules area;
        private final Map<String, RulePack.Parameter> values;
        private final StringBuilder text = new StringBuilder();
        private boolean own;

        Cell(AreaRules area, Map<String, RulePack.Parameter> values) {
            this.area = area;
            this.values = values;
        }

        Cell add(String key) {
            return add(key, value -> value);
        }

        Cell add(String key, java.util.function.UnaryOperator<String> words) {
            RulePack.Parameter value = values.get(key);
            if (value != null) {
                text.append(words.apply(value.value()));
                own |= value.pack().id().equals(area.area());
            }
            return this;
        }

        String text() {
            return own ? text.toString() : "*" + text + "*";
        }
    }
}

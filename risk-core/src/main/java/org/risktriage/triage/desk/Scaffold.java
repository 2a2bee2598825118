package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * A new pack for an area, over a base pack: its comments teach, and it passes the check but for the blanks that only the
 * area's own protocol can fill.
 */
public final class Scaffold {
    private static final String ID = "[a-z][a-z0-9-]{1,62}";
    private static final String LINE = "visible-high-risk.line";
    private static final String COMPARATOR = "visible-high-risk.comparator";
    private static final String ABOVE = "above";

    private final String area;
    private final LocalDate firstDay;
    private final WrittenPack base;
    private final @Nullable WrittenPack like;

    private Scaffold(String area, LocalDate firstDay, WrittenPack base, @Nullable WrittenPack like) {
        this.area = area;
        this.firstDay = firstDay;
        this.base = base;
        this.like = like;
    }

    /**
     * The files of a new pack.
     *
     * @param area id of the area: lower-case words joined by hyphens, from 2 to 63 characters
     * @param from id of a pack in the jar, or {@code id@version}: a base pack, or the pack of another area, whose values are
     *     then taken over as a beginning
     * @param firstDay the first day on which the pack is to be in force
     * @return the text of each file, by path from the folder that holds all packs
     * @throws IllegalArgumentException if the id has another form, or is that of a pack in the jar
     * @throws UnknownRulesException if an area can be laid over no such pack on that day, naming those that there are
     */
    public static Map<String, String> of(String area, String from, LocalDate firstDay) {
        if (!area.matches(ID)) {
            throw new IllegalArgumentException(
                    "The id of an area is lower-case words joined by hyphens, from 2 to 63 characters.");
        }
        Content content = Content.bundled();
        if (!content.below(Content.PACKS + area + "/").isEmpty()) {
            throw new IllegalArgumentException("There is a pack of this id in the jar already: take another id.");
        }
        List<WrittenPack> packs = PackReader.read(List.of(content)).packs().stream()
                .filter(pack -> !pack.isCommon() && pack.inForceOn(firstDay))
                .toList();
        WrittenPack found = packs.stream()
                .filter(pack -> from.equals(pack.identity().id())
                        || from.equals(
                                pack.identity().id() + "@" + pack.identity().version()))
                .findFirst()
                .orElseThrow(() -> new UnknownRulesException(
                        "packs in force on " + firstDay,
                        List.copyOf(packs.stream()
                                .map(pack -> pack.identity().id())
                                .collect(Collectors.toCollection(TreeSet::new)))));
        WrittenPack below = found.base();
        Scaffold scaffold = found.isArea() && below != null
                ? new Scaffold(area, firstDay, below, found)
                : new Scaffold(area, firstDay, found, null);
        Instrument instrument = InstrumentReader.read(content, scaffold.base.instrument());
        String folder = area + "/1.0.0/";
        return new TreeMap<>(Map.of(
                folder + "pack.yaml", scaffold.manifest(),
                folder + "parameters.csv", scaffold.table(),
                folder + "cases/line.yaml", scaffold.cases(instrument)));
    }

    private String manifest() {
        return """
                # Whose rules these are, and when they apply. Lines that begin with # are for you alone.
                # Fill in each FILL IN; "rules check" names those that are left.

                id: %1$s            # what callers send as "area"; the same as the name of the folder
                version: 1.0.0      # the same as the name of the folder; a version that was in use never changes
                kind: area
                extends:
                  id: %2$s          # everything that is not written here comes from this pack

                title: FILL IN the name of the area
                owner: FILL IN who answers for the protocol

                inForce:
                  from: %3$s        # the first day on which the protocol applies, year first
                usable:
                  from: %3$s        # the first day on which a service may load the pack
                reviewBy: %4$s      # by when somebody has to look at it again

                rules: 0            # how many rules of its own the pack has; a pack that changes values alone has none

                # Where each value comes from. Rows of parameters.csv name a source by its id.
                # confidence: A for the owner's own page, B for a copy, K for what practitioners know, I for a choice.
                sources:
                  - id: %1$s-protocol
                    title: FILL IN the title of the protocol, and its year
                    confidence: A

                changes:
                  - 1.0.0, the first version.
                """.formatted(area, base.identity().id(), firstDay, firstDay.plusYears(1));
    }

    private String table() {
        StringBuilder table = new StringBuilder("key,value,from,to,source,confidence,note\n");
        for (Parameter row : begun()) {
            table.append(row.key())
                    .append(',')
                    .append(row.value())
                    .append(',')
                    .append(firstDay)
                    .append(",,")
                    .append(area)
                    .append("-protocol,A,FILL IN why: put what your protocol says in the column value,")
                    .append(" or delete the row if it says nothing\n");
        }
        // A note with commas stands between quotation marks.
        return table.toString().replaceAll("(?m)(FILL IN why:.*)$", "\"$1\"");
    }

    /** The values to begin with: those of the other area, or the one that areas differ by most. */
    private List<Parameter> begun() {
        List<Parameter> begun = new ArrayList<>();
        if (like != null) {
            for (Parameter row : like.parameters().own()) {
                if (row.appliesOn(firstDay) && known(row.key())) {
                    begun.add(row);
                }
            }
        }
        if (begun.isEmpty()) {
            base.parameters().rows().stream()
                    .filter(row -> row.appliesOn(firstDay)
                            && (row.key().equals(LINE)
                                    || (!known(LINE) && row.allowed().matches("\\d+\\.\\.\\d+"))))
                    .findFirst()
                    .ifPresent(begun::add);
        }
        return begun;
    }

    private boolean known(String key) {
        return base.parameters().on(firstDay).keys().contains(key);
    }

    private String cases(Instrument instrument) {
        int items = instrument.items().size();
        String head = """
                # What must come out. "given" is what the cases share; each may add to it.
                # An answer may stand for a run of questions (q1..q13: yes) and for all others (rest: no).
                # When you move the line, move the cases with it: one short of it, on it, past it.
                given:
                  area: %s
                  assessedOn: %s
                  incidents: []
                  maracs: []
                cases:
                """.formatted(area, firstDay);
        int reached = known(LINE) ? reached() : 0;
        String end = "  # FILL IN: a case for each thing that your protocol states beside this.\n";
        if (instrument.scale() == Instrument.Scale.GRADES) {
            return head
                    + counted("every row is graded none", "rest: none", 0)
                    + counted("every row is graded high, and nothing is counted", "rest: high", 0)
                    + end;
        }
        if (reached < 2 || reached >= items) {
            return head
                    + counted("no question is answered with yes", "rest: no", 0)
                    + counted("every question is answered with yes", "rest: yes", items)
                    + end;
        }
        return head + """
                  - name: one yes answer short of the line
                    given:
                      answers: {%1$s: yes, rest: no}
                    expect:
                      refer: false
                      distance: {visible-high-risk: 1}
                  - name: on the line
                    given:
                      answers: {%2$s: yes, rest: no}
                    expect:
                      level: high
                      refer: true
                  - name: one yes answer past the line
                    given:
                      answers: {%3$s: yes, rest: no}
                    expect:
                      level: high
                      refer: true
                """.formatted(run(reached - 1), run(reached), run(reached + 1)) + end;
    }

    /** How many yes answers reach the line. */
    private int reached() {
        Policy policy = base.parameters().on(firstDay);
        int line = policy.number(LINE);
        String comparator = policy.keys().contains(COMPARATOR) ? policy.text(COMPARATOR) : "";
        for (Parameter row : begun()) {
            if (row.key().equals(LINE)) {
                line = Integer.parseInt(row.value());
            } else if (row.key().equals(COMPARATOR)) {
                comparator = row.value();
            }
        }
        return comparator.equals(ABOVE) ? line + 1 : line;
    }

    private static String run(int last) {
        return last == 1 ? "q1" : "q1..q" + last;
    }

    private static String counted(String name, String answers, int yes) {
        return """
                  - name: %s
                    given:
                      answers: {%s}
                    expect:
                      yes: %d
                """.formatted(name, answers, yes);
    }
}

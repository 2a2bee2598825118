package org.risktriage.service.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.RulePack.Rule;
import org.risktriage.triage.RulePack.RuleOff;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.UnknownRulesException;

/** What a rule book is written from: packs, the instruments that they score, and the day as on which it is written. */
public final class RuleBook {
    private final Map<String, RulePack> packs = new LinkedHashMap<>();
    private final List<Instrument> instruments;
    private final LocalDate day;
    /** For each rule of each pack of its own the cases that name it, of that pack and of those that rest on it. */
    private final Map<String, List<Naming>> naming = new TreeMap<>();

    /**
     * A case that names a rule.
     *
     * @param pack the pack that keeps it
     * @param worked the case
     * @param fires whether the rule has to fire in it; otherwise it has to stay silent
     */
    record Naming(RulePack pack, WorkedCase worked, boolean fires) {}

    /**
     * Creates a book.
     *
     * @param packs the packs, with every pack on which they rest
     * @param instruments the instruments that they score
     * @param day the day as on which it is written
     */
    public RuleBook(List<RulePack> packs, List<Instrument> instruments, LocalDate day) {
        packs.stream()
                .sorted(Comparator.comparing(RulePack::id).thenComparing(RulePack::inForceFrom))
                .forEach(pack -> this.packs.put(name(pack), pack));
        this.instruments = List.copyOf(instruments);
        this.day = day;
        for (RulePack pack : this.packs.values()) {
            for (WorkedCase worked : pack.cases()) {
                name(pack, worked, "fires");
                name(pack, worked, "silent");
            }
        }
    }

    /**
     * The book of the packs that run.
     *
     * @param triage the rules
     * @param day the day as on which it is written
     * @return the book
     */
    public static RuleBook of(RiskTriage triage, LocalDate day) {
        List<RulePack> packs = triage.rulePacks().stream()
                .map(pack -> triage.rulePack(pack.id(), pack.version()))
                .toList();
        List<Instrument> instruments = new ArrayList<>();
        for (String id :
                new TreeSet<>(packs.stream().map(pack -> pack.instrument().id()).toList())) {
            instrument(triage, id).ifPresent(instruments::add);
        }
        return new RuleBook(packs, instruments, day);
    }

    /** Not here are that of packs for whatever instrument, and those of areas whose checklists are refused. */
    private static Optional<Instrument> instrument(RiskTriage triage, String id) {
        try {
            return Optional.of(triage.instrument(id));
        } catch (UnknownRulesException e) {
            return Optional.empty();
        }
    }

    private void name(RulePack pack, WorkedCase worked, String how) {
        if (!(worked.expect().get(how) instanceof List<?> names)) {
            return;
        }
        for (Object name : names) {
            Place place = place(pack, String.valueOf(name));
            if (place != null) {
                naming.computeIfAbsent(key(place.pack(), place.rule()), key -> new ArrayList<>())
                        .add(new Naming(pack, worked, how.equals("fires")));
            }
        }
    }

    /**
     * A rule in the pack that brings it.
     *
     * @param pack the pack
     * @param rule the rule
     */
    record Place(RulePack pack, Rule rule) {}

    /** The rule that a case names by topic and name, in the pack that brings it; a rule that is off stands below. */
    private @Nullable Place place(RulePack pack, String name) {
        for (RulePack layer = pack; layer != null; layer = base(layer)) {
            for (Rule rule : layer.rules()) {
                if (rule.id().endsWith("/" + name)) {
                    return new Place(owner(layer, rule), rule);
                }
            }
        }
        return null;
    }

    LocalDate day() {
        return day;
    }

    List<RulePack> packs() {
        return List.copyOf(packs.values());
    }

    List<Instrument> instruments() {
        return instruments;
    }

    static String name(RulePack pack) {
        return pack.id() + "@" + pack.version();
    }

    private static String key(RulePack pack, Rule rule) {
        return name(pack) + " " + rule.id();
    }

    /** The pack on which another rests, if there is one. */
    @Nullable
    RulePack base(RulePack pack) {
        PackId base = pack.base();
        return base == null ? null : packs.get(base.id() + "@" + base.version());
    }

    /** The pack that brings a rule: the lowest that has it. */
    RulePack owner(RulePack pack, Rule rule) {
        RulePack base = base(pack);
        return base == null || brings(pack, rule) ? pack : owner(base, rule);
    }

    /** Whether a pack brings a rule itself, and does not inherit it. */
    boolean brings(RulePack pack, Rule rule) {
        RulePack base = base(pack);
        return base == null || base.rules().stream().noneMatch(one -> one.id().equals(rule.id()));
    }

    static boolean same(RulePack one, RulePack other) {
        return name(one).equals(name(other));
    }

    /** The rules that a pack brings itself. */
    List<Rule> own(RulePack pack) {
        return pack.rules().stream().filter(rule -> brings(pack, rule)).toList();
    }

    /** The rule of the packs below that one switches off, in the pack that brings it. */
    @Nullable
    Place switchedOff(RulePack pack, RuleOff off) {
        RulePack base = base(pack);
        return base == null ? null : place(base, off.rule());
    }

    /** The row that applies on the day, if there is one. */
    Optional<Parameter> valueOf(RulePack pack, String key) {
        return valueOf(pack, key, day);
    }

    static Optional<Parameter> valueOf(RulePack pack, String key, LocalDate day) {
        return pack.parameters().stream()
                .filter(row -> row.key().equals(key) && row.appliesOn(day))
                .findFirst();
    }

    /** The cases that name a rule. */
    List<Naming> naming(RulePack owner, Rule rule) {
        return naming.getOrDefault(key(owner, rule), List.of());
    }

    /** The version before another, by the days on which they are in force. */
    @Nullable
    RulePack before(RulePack pack) {
        RulePack before = null;
        for (RulePack other : packs.values()) {
            if (other.id().equals(pack.id()) && other.inForceFrom().isBefore(pack.inForceFrom())) {
                before = other;
            }
        }
        return before;
    }
}

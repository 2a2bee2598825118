package org.risktriage.triage.internal.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulePack.RuleOff;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.SafetyQuestions;
import org.risktriage.triage.internal.pack.ServiceTable;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.pack.WrittenPack;
import org.risktriage.triage.internal.rules.CompiledRules;
import org.risktriage.triage.internal.rules.RuleInfo;
import org.risktriage.triage.internal.rules.RuleSet;
import org.risktriage.triage.internal.rules.Sentence;

/**
 * One version of a pack over one version of what it extends, whole and ready to decide.
 *
 * @param written the pack as it is written
 * @param base the pack that it extends, ready to decide; null if it stands alone
 * @param criteria its criteria, in the order of replies
 * @param parameters its dated values
 * @param instrument the instrument that it scores
 * @param workingDays the working days of its nation
 * @param rules the rules that apply
 * @param chosen the sentence that says why this version applies
 * @param safetyQuestions the questions about safety in this moment, in the order in which to put them
 */
public record LoadedPack(
        WrittenPack written,
        @Nullable LoadedPack base,
        List<String> criteria,
        ParameterTable parameters,
        Instrument instrument,
        WorkingDays workingDays,
        RuleSet rules,
        Sentence chosen,
        List<SafetyQuestions.Question> safetyQuestions) {

    private static final String REPEAT = "repeat";

    /**
     * A parameter that says which facts there are, before any rule is asked.
     *
     * @param key its key
     * @param type the type of the facts
     */
    public record MakesFacts(String key, String type) {}

    /** Every such parameter. */
    public static final List<MakesFacts> MAKES_FACTS = List.of(
            new MakesFacts(Evidence.CHILD_BELOW, "Children"),
            new MakesFacts(Evidence.REPEAT_ANCHOR, "FurtherIncident"),
            new MakesFacts(Evidence.REPEAT_MARAC, "FurtherIncident"));

    /**
     * Makes a pack ready.
     *
     * @param written the pack as it is written
     * @param base the pack that it extends, ready; null if it stands alone
     * @param content where instruments and calendars are
     * @param loader where its compiled rules are
     * @return the pack
     * @throws org.risktriage.triage.RulesFaultException if anything is missing or wrong, naming everything
     */
    public static LoadedPack load(WrittenPack written, @Nullable LoadedPack base, Content content, ClassLoader loader) {
        Manifest manifest = written.manifest();
        PackFaults faults = new PackFaults();
        Set<String> keys = written.parameters().keysThroughout(written.from(), written.to());
        for (String key : needed(written)) {
            if (!keys.contains(key)) {
                faults.add(
                        written.folder() + "parameters.csv",
                        "",
                        key + " is needed on every day on which the pack is in force.");
            }
        }
        List<CompiledRules> layers =
                new ArrayList<>(base == null ? List.of() : base.rules().layers());
        Set<String> off = base == null ? Set.of() : off(written, base, faults);
        List<SafetyQuestions.Question> safety =
                SafetyQuestions.read(written, base == null ? List.of() : base.safetyQuestions(), faults);
        faults.refuseIfAny("The rule pack " + manifest.id() + " " + manifest.version());
        if (manifest.rules() > 0 || !written.ruleFiles().isEmpty()) {
            layers.add(CompiledRules.load(
                    loader,
                    manifest.id(),
                    manifest.version(),
                    written.identity().sha256(),
                    manifest.rules()));
        }
        return new LoadedPack(
                written,
                base,
                written.criteria(),
                written.parameters(),
                instrument(written, base, content),
                workingDays(written, base, content),
                RuleSet.of(layers, off),
                Sentence.of(written.chosen()),
                safety);
    }

    /** Most areas score the instrument of the pack that they extend: that is not read again. */
    private static Instrument instrument(WrittenPack written, @Nullable LoadedPack base, Content content) {
        return base != null && base.written().instrument().equals(written.instrument())
                ? base.instrument()
                : InstrumentReader.read(content, written.instrument());
    }

    private static WorkingDays workingDays(WrittenPack written, @Nullable LoadedPack base, Content content) {
        return base != null && base.written().calendar().equals(written.calendar())
                ? base.workingDays()
                : WorkingDays.read(content, written.calendar());
    }

    /**
     * What a pack cannot decide without, whatever its rules read.
     *
     * @param written the pack as it is written
     * @return keys of parameters
     */
    public static List<String> needed(WrittenPack written) {
        List<String> needed = new ArrayList<>(List.of(Evidence.CHILD_BELOW));
        if (!written.isCommon()) {
            needed.add(WrittenPack.DANGER_TO_LIFE);
        }
        if (written.criteria().contains(REPEAT)) {
            needed.add(Evidence.REPEAT_ANCHOR);
            needed.add(Evidence.REPEAT_MARAC);
        }
        return needed;
    }

    private static Set<String> off(WrittenPack written, LoadedPack base, PackFaults faults) {
        Set<String> off = new HashSet<>();
        for (RuleOff rule : written.manifest().off()) {
            String id = base.rules().all().stream()
                    .map(RuleInfo::id)
                    .filter(known -> known.endsWith("/" + rule.rule()))
                    .findFirst()
                    .orElse("");
            if (id.isEmpty()) {
                faults.add(
                        written.folder() + "pack.yaml",
                        "/off",
                        "The pack that this one extends has no rule " + rule.rule() + ".");
            }
            off.add(id);
        }
        return off;
    }

    /**
     * The ids of the questions about safety.
     *
     * @return the ids, in their order
     */
    public List<String> safetyIds() {
        return safetyQuestions.stream().map(SafetyQuestions.Question::id).toList();
    }

    /**
     * Its id, version and digest.
     *
     * @return the identity
     */
    public PackId identity() {
        return written.identity();
    }

    /**
     * The rules of the pack that it extends that do not apply.
     *
     * @return their ids
     */
    public Set<String> off() {
        return base == null ? Set.of() : off(written, base, new PackFaults());
    }

    /**
     * Why no checklist is scored here.
     *
     * @return the reason in words, or null if checklists are scored
     */
    public @Nullable String refusal() {
        Manifest.Refusal refuses = written.manifest().refuses();
        return refuses == null ? null : refuses.says();
    }

    /**
     * The instrument whose checklists the area scores, also where that one is not here.
     *
     * @return the instrument
     */
    public InstrumentId scores() {
        Manifest.Refusal refuses = written.manifest().refuses();
        return refuses == null ? written.instrument() : new InstrumentId(refuses.scores(), "not-here");
    }

    /**
     * The services that its rules may offer.
     *
     * @return its own, with those that it takes over
     */
    public ServiceTable services() {
        return written.services();
    }

    /**
     * The same pack with other services.
     *
     * @param others the services
     * @return a copy with those
     */
    public LoadedPack with(ServiceTable others) {
        WrittenPack rewritten = new WrittenPack(
                written.manifest(),
                written.identity(),
                written.base(),
                written.content(),
                written.folder(),
                written.from(),
                written.to(),
                parameters,
                others);
        return new LoadedPack(
                rewritten, base, criteria, parameters, instrument, workingDays, rules, chosen, safetyQuestions);
    }

    /**
     * The same pack with other values and rules.
     *
     * @param others the values
     * @param applying the rules
     * @return a copy with those
     */
    public LoadedPack with(ParameterTable others, RuleSet applying) {
        return new LoadedPack(
                written, base, criteria, others, instrument, workingDays, applying, chosen, safetyQuestions);
    }

    /**
     * Whether this pack extends another.
     *
     * @param other the other pack
     * @return true if it is laid over it
     */
    public boolean extendsPack(LoadedPack other) {
        return base != null
                && base.identity().equals(other.identity())
                && base.written().from().equals(other.written().from());
    }

    /**
     * The same pack over another one.
     *
     * @param below the pack that it extends from now on
     * @return a copy over that pack
     */
    public LoadedPack over(LoadedPack below) {
        List<CompiledRules> layers = new ArrayList<>(below.rules().layers());
        layers.addAll(rules.layers().subList(layers.size(), rules.layers().size()));
        return new LoadedPack(
                written,
                below,
                criteria,
                parameters.over(below.parameters()),
                instrument,
                workingDays,
                RuleSet.of(layers, off()),
                chosen,
                safetyQuestions);
    }

    /**
     * Whether this pack could decide otherwise than the one that it extends: another rule decides, or a value that such
     * rules read is another.
     *
     * @param policy the parameters of this pack on a day
     * @param below those of the other on the same day
     */
    boolean couldDecideOtherwise(Policy policy, Policy below) {
        if (base == null) {
            return false;
        }
        return !rules.routes().equals(base.rules().routes())
                || differs(Evidence.REPEAT_ANCHOR, policy, below)
                || differs(Evidence.REPEAT_MARAC, policy, below)
                || rules.readByRoutes().stream().anyMatch(key -> differs(key, policy, below));
    }

    private static boolean differs(String key, Policy one, Policy other) {
        return one.keys().contains(key) && !one.text(key).equals(other.text(key));
    }
}

package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.Source;

/**
 * One version of a pack as it is written, laid over one version of the pack that it extends, for the days on which both
 * are in force.
 *
 * @param manifest its own manifest
 * @param identity its id, version and digest
 * @param base the pack that it extends, or null if it stands alone
 * @param content where its files are
 * @param folder its folder
 * @param from the first day on which this pair is the policy
 * @param to the last such day, or null
 * @param parameters its dated values, with those that it takes over
 * @param services the services that its rules may offer, with those that it takes over
 */
public record WrittenPack(
        Manifest manifest,
        PackId identity,
        @Nullable WrittenPack base,
        Content content,
        String folder,
        LocalDate from,
        @Nullable LocalDate to,
        ParameterTable parameters,
        ServiceTable services) {

    /** Parameter that every pack with an instrument needs: items about danger to life, in the order in which to ask them. */
    public static final String DANGER_TO_LIFE = "next-questions.danger-to-life";

    /** The instrument of packs that hold rules for whatever instrument: it has no items. */
    public static final String NO_INSTRUMENT = "no-checklist";

    /**
     * Whether this is the policy on a day.
     *
     * @param day the day
     * @return true if so; both ends are included
     */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /**
     * Whether it stands for one local MARAC.
     *
     * @return false if it stands for a whole jurisdiction
     */
    public boolean isArea() {
        return manifest.kind().equals(Manifest.AREA);
    }

    /**
     * Whether it holds rules for whatever instrument, for other packs to extend. Nobody can choose it.
     *
     * @return true if it scores no instrument
     */
    public boolean isCommon() {
        return instrument().id().equals(NO_INSTRUMENT);
    }

    /**
     * Whether it holds an instrument's own rules, which apply where a request names the instrument and no area.
     *
     * @return true if it is a base pack with the id of its instrument
     */
    public boolean isOfInstrument() {
        return !isArea() && identity.id().equals(instrument().id());
    }

    /**
     * The base pack whose rules apply: the one that an area extends, or this one.
     *
     * @return the pack
     */
    public WrittenPack basePack() {
        return base != null && isArea() ? base : this;
    }

    /**
     * Every criterion, in the order of replies.
     *
     * @return those of the pack that it extends, then its own
     */
    public List<String> criteria() {
        List<String> criteria = new ArrayList<>(base == null ? List.of() : base.criteria());
        criteria.addAll(manifest.criteria());
        return List.copyOf(criteria);
    }

    /**
     * Every source that its rules and values may name.
     *
     * @return its own sources, then those of the pack that it extends
     */
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>(manifest.sources());
        if (base != null) {
            sources.addAll(base.sources());
        }
        return List.copyOf(sources);
    }

    /**
     * The ids of those sources.
     *
     * @return the ids
     */
    public Set<String> sourceIds() {
        Set<String> ids = new HashSet<>();
        sources().forEach(source -> ids.add(source.id()));
        return Set.copyOf(ids);
    }

    /**
     * The instrument that it scores.
     *
     * @return the instrument
     */
    public InstrumentId instrument() {
        return inherited(Manifest::instrument);
    }

    /**
     * The id of its calendar of working days.
     *
     * @return the id
     */
    public String calendar() {
        return inherited(Manifest::calendar);
    }

    /**
     * The sentence that says why this version applies.
     *
     * @return the sentence, with placeholders
     */
    public String chosen() {
        return inherited(Manifest::chosen);
    }

    /**
     * What its results are and are not.
     *
     * @return the words
     */
    public String notice() {
        return inherited(Manifest::notice);
    }

    /**
     * The files of its own rules.
     *
     * @return their paths, sorted
     */
    public List<String> ruleFiles() {
        return content.below(folder + "rules/");
    }

    private <T> T inherited(Function<Manifest, @Nullable T> field) {
        T own = field.apply(manifest);
        // A pack that stands alone has all of these: its manifest is refused without them.
        return own == null ? Objects.requireNonNull(base).inherited(field) : own;
    }
}

package org.risktriage.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule pack as a reader sees it: whose it is, when it applies, and everything it says, with sources.
 *
 * @param id id of the pack
 * @param version its version
 * @param kind {@code base} or {@code area}
 * @param base the pack that it extends, in the version that was last in force with it; null if it stands alone
 * @param title what it is
 * @param owner who answers for it, as a role
 * @param inForceFrom first day on which it is the policy
 * @param inForceTo last such day, or null where none is set
 * @param usableFrom first day on which it may be used in production
 * @param reviewBy day by which it has to be reviewed
 * @param instrument the instrument whose answers it scores
 * @param sha256 digest of everything in it
 * @param criteria ids of its criteria, in the order of replies
 * @param notice what its results are and are not
 * @param sources where its rules and parameters come from
 * @param changes what changed, latest first
 * @param parameters every dated value, its own and those that it inherits
 * @param services every service that its rules may offer, its own and those that it inherits
 * @param rules every rule that applies, as a sentence, its own and those that it inherits
 * @param off rules of the pack that it extends that do not apply
 * @param cases the worked cases that it keeps
 */
public record RulePack(
        String id,
        String version,
        String kind,
        Decision.@Nullable PackId base,
        String title,
        String owner,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        LocalDate usableFrom,
        LocalDate reviewBy,
        Decision.InstrumentId instrument,
        String sha256,
        List<String> criteria,
        String notice,
        List<Source> sources,
        List<String> changes,
        List<Parameter> parameters,
        List<ListedService> services,
        List<Rule> rules,
        List<RuleOff> off,
        List<WorkedCase> cases) {

    /**
     * A value that a rule reads, for a span of days.
     *
     * @param key key by which rules read it
     * @param value its value
     * @param from first day on which it applies
     * @param to last such day, or null where none is set
     * @param source id of the source
     * @param confidence how well it is known
     * @param note anything to know about it; empty if nothing
     * @param allowed what it may be: bounds, some words, or {@code questions}
     * @param pack the pack that states it; another than the one shown where the value is inherited
     * @param instead the value of the pack that is extended, which this one takes the place of; null if there is none
     */
    public record Parameter(
            String key,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            Confidence confidence,
            String note,
            String allowed,
            Decision.PackId pack,
            @Nullable String instead) {

        /**
         * Whether the value applies on a day.
         *
         * @param day the day
         * @return true if so; both ends are included
         */
        public boolean appliesOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /**
         * The same row for other days.
         *
         * @param first the first day
         * @param last the last day, or null where none is set
         * @return a copy with those days
         */
        public Parameter between(LocalDate first, @Nullable LocalDate last) {
            return new Parameter(key, value, first, last, source, confidence, note, allowed, pack, instead);
        }

        /**
         * The same row with another value.
         *
         * @param other the value
         * @return a copy with that value
         */
        public Parameter with(String other) {
            return new Parameter(key, other, from, to, source, confidence, note, allowed, pack, instead);
        }
    }

    /**
     * A service that rules may offer.
     *
     * @param id id by which rules name it
     * @param name its name
     * @param phone its phone number, or null
     * @param area where it works, in words
     * @param eligibility for whom it is, in words
     * @param hours its hours in a week, in the time that clocks in Great Britain show; {@code not known} where nobody says
     * @param exceptions its hours on other days; empty if there are none
     * @param status whether it takes people
     * @param source id of the source
     * @param confidence how well it is known
     * @param note anything to know about it; empty if nothing
     * @param pack the pack that lists it; another than the one shown where it is inherited
     */
    public record ListedService(
            String id,
            String name,
            @Nullable String phone,
            String area,
            String eligibility,
            String hours,
            String exceptions,
            ServiceStatus status,
            String source,
            Confidence confidence,
            String note,
            Decision.PackId pack) {
        /**
         * The hours and the exceptions together.
         *
         * @return the words
         */
        public String allHours() {
            return exceptions.isEmpty() ? hours : hours + "; " + exceptions;
        }
    }

    /**
     * A rule of the pack that is extended, which does not apply here.
     *
     * @param rule topic and name of the rule
     * @param because the reason
     * @param source id of the source
     */
    public record RuleOff(String rule, String because, String source) {}

    /**
     * What one rule says.
     *
     * @param id id as it stands in replies: pack, topic and name
     * @param topic the file it stands in
     * @param says its sentence, with placeholders in braces
     * @param source id of the source
     * @param confidence how well it is known
     * @param conditions its conditions in words, all of which have to hold, with the keys of parameters in square brackets;
     *     none where it always applies
     * @param states what it states, in words
     * @param criteria ids of the criteria that it states, as met or otherwise
     * @param items ids of the items that it names
     * @param parameters keys of the parameters that it reads
     */
    public record Rule(
            String id,
            String topic,
            String says,
            String source,
            Confidence confidence,
            List<String> conditions,
            List<String> states,
            List<String> criteria,
            List<String> items,
            List<String> parameters) {}

    /**
     * One worked case.
     *
     * @param file the file it stands in
     * @param name what it shows
     * @param given the assessment
     * @param expect what the decision must be
     */
    public record WorkedCase(
            String file, String name, Map<String, @Nullable Object> given, Map<String, @Nullable Object> expect) {}
}

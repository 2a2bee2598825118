package org.risktriage.triage.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Findings;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Level;
import org.risktriage.triage.Severity;
import org.risktriage.triage.Timing;

/**
 * Collects what the rules state in one run. Compiled rules call {@link #rule} and {@link #value} first, so that every
 * statement knows who made it and with which values.
 *
 * <p>One run, one thread, one instance.
 */
public final class Statements implements Findings {

    /**
     * Something that a rule stated.
     *
     * @param rule the rule
     * @param values the values of its sentence, in the order in which it names them
     */
    public record Origin(RuleInfo rule, List<Object> values) {
        /**
         * The rule's sentence with its values.
         *
         * @return the words
         */
        public String says() {
            return rule.says().with(values);
        }
    }

    /** How a criterion was stated. */
    public enum Standing {
        /** It is met. */
        MET,
        /** It is not met. */
        NOT_MET,
        /** It cannot be scored for this person. */
        OUT_OF_SCOPE
    }

    /**
     * A statement about a criterion.
     *
     * @param origin who stated it
     * @param criterion id of the criterion; empty where it is about the MARAC as a whole
     * @param standing how it stands
     * @param distance how far it is from being met; 0 where it is met
     */
    public record CriterionStatement(Origin origin, String criterion, Standing standing, long distance) {}

    /**
     * A statement of a level.
     *
     * @param origin who stated it
     * @param level the level; null where the answers give none
     */
    public record LevelStatement(Origin origin, @Nullable Level level) {}

    /**
     * A prompt.
     *
     * @param origin who stated it
     * @param id id of the prompt
     * @param severity how much it weighs
     */
    public record PromptStatement(Origin origin, String id, Severity severity) {}

    /**
     * A warning.
     *
     * @param origin who stated it
     * @param id id of the warning
     */
    public record WarningStatement(Origin origin, String id) {}

    /**
     * An action.
     *
     * @param origin who stated it
     * @param id id of the action
     * @param role who acts
     * @param to whom it reaches
     * @param because ids of what calls for it
     * @param due when it is due
     */
    public record ActionStatement(Origin origin, String id, String role, String to, List<String> because, Due due) {}

    /** How a service or a gap is stated. */
    public enum Route {
        /** The service is offered. */
        OFFER,
        /** The service is offered where the area offers nobody. */
        FALLBACK,
        /** There is nobody. */
        GAP
    }

    /**
     * A service, or a gap.
     *
     * @param origin who stated it
     * @param route which of the two
     * @param id id of the service or the gap
     * @param because ids of what calls for it
     * @param ask what is to be asked; empty where it is certain that the service takes this person
     * @param first whether it goes before all others
     */
    public record RouteStatement(
            Origin origin, Route route, String id, List<String> because, List<String> ask, boolean first) {}

    /** Whether a case can wait for the meeting; the later weighs more. */
    public enum Urgency {
        /** The meeting is soon enough. */
        IN_TIME("in-time"),
        /** It is not known when the MARAC meets. */
        ASK("ask"),
        /** The meeting may be too late. */
        TOO_LONG("too-long");

        private final String code;

        Urgency(String code) {
            this.code = code;
        }

        /**
         * The code that rules and replies use.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }

    /**
     * A word on the next meeting.
     *
     * @param origin who stated it
     * @param urgency whether the case can wait for it
     */
    public record MeetingStatement(Origin origin, Urgency urgency) {}

    /**
     * When an action is due.
     *
     * @param timing how the amount is to be read
     * @param amount hours, working days, weeks or days; 0 where the timing has no amount
     * @param start the day from which a window counts, or null
     */
    public record Due(Timing timing, int amount, @Nullable LocalDate start) {
        private static final Due AT_THIS_CONTACT = new Due(Timing.AT_THIS_CONTACT, 0, null);
    }

    private final Function<String, RuleInfo> rules;
    private final Policy policy;
    private final List<Origin> fired = new ArrayList<>();
    private final List<CriterionStatement> criteria = new ArrayList<>();
    private final List<LevelStatement> levels = new ArrayList<>();
    private final List<PromptStatement> prompts = new ArrayList<>();
    private final List<WarningStatement> warnings = new ArrayList<>();
    private final List<ActionStatement> actions = new ArrayList<>();
    private final List<RouteStatement> routes = new ArrayList<>();
    private final List<MeetingStatement> meetings = new ArrayList<>();
    private final List<String> neverDiscloseTo = new ArrayList<>();
    /** Whether what was stated last is a service or a gap, and not an action. */
    private boolean routing;

    private boolean hidden;

    /**
     * Begins a run.
     *
     * @param rules finds a rule by its id
     * @param policy the parameters in force, which statements read
     */
    public Statements(Function<String, RuleInfo> rules, Policy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * The parameters in force, for values that no condition compares.
     *
     * @return the policy
     */
    public Policy policy() {
        return policy;
    }

    /**
     * Begins the statements of a rule.
     *
     * @param id id of the rule
     */
    public void rule(String id) {
        fired.add(new Origin(rules.apply(id), List.of()));
    }

    /**
     * Gives the next value of the rule's sentence.
     *
     * @param value its value
     */
    public void value(Object value) {
        Origin origin = origin();
        if (origin.values().isEmpty()) {
            origin = new Origin(origin.rule(), new ArrayList<>(3));
            fired.set(fired.size() - 1, origin);
        }
        origin.values().add(value);
    }

    private Origin origin() {
        return fired.get(fired.size() - 1);
    }

    /**
     * The rules that fired.
     *
     * @return in the order of firing
     */
    public List<Origin> fired() {
        return fired;
    }

    /**
     * What was stated about criteria.
     *
     * @return in the order of firing
     */
    public List<CriterionStatement> criteria() {
        return criteria;
    }

    /**
     * The levels stated.
     *
     * @return in the order of firing
     */
    public List<LevelStatement> levels() {
        return levels;
    }

    /**
     * The prompts stated.
     *
     * @return in the order of firing
     */
    public List<PromptStatement> prompts() {
        return prompts;
    }

    /**
     * The warnings stated.
     *
     * @return in the order of firing
     */
    public List<WarningStatement> warnings() {
        return warnings;
    }

    /**
     * The actions stated.
     *
     * @return in the order of firing
     */
    public List<ActionStatement> actions() {
        return actions;
    }

    /**
     * The services and gaps stated.
     *
     * @return in the order of firing
     */
    public List<RouteStatement> routes() {
        return routes;
    }

    /**
     * What was stated about the next meeting.
     *
     * @return in the order of firing
     */
    public List<MeetingStatement> meetings() {
        return meetings;
    }

    /**
     * Who must never learn of it.
     *
     * @return in the order of firing
     */
    public List<String> neverDiscloseTo() {
        return neverDiscloseTo;
    }

    /**
     * Whether the record must not be visible in a patient's online access.
     *
     * @return true if a rule said so
     */
    public boolean hidden() {
        return hidden;
    }

    @Override
    public void met(String criterion) {
        criteria.add(new CriterionStatement(origin(), criterion, Standing.MET, 0));
    }

    @Override
    public void notMet(String criterion, long have, long need) {
        criteria.add(new CriterionStatement(origin(), criterion, Standing.NOT_MET, Math.max(0, need - have)));
    }

    @Override
    public void notAbove(String criterion, long have, long line) {
        notMet(criterion, have, line + 1);
    }

    @Override
    public void outOfScope(String criterion) {
        criteria.add(new CriterionStatement(origin(), criterion, Standing.OUT_OF_SCOPE, 0));
    }

    @Override
    public void outOfScope() {
        criteria.add(new CriterionStatement(origin(), "", Standing.OUT_OF_SCOPE, 0));
    }

    @Override
    public void noLevel() {
        levels.add(new LevelStatement(origin(), null));
    }

    @Override
    public void level(String level) {
        levels.add(new LevelStatement(origin(), known(Level.of(level))));
    }

    @Override
    public void prompt(String id, String severity) {
        prompts.add(new PromptStatement(origin(), id, known(Severity.of(severity))));
    }

    @Override
    public void warning(String id) {
        warnings.add(new WarningStatement(origin(), id));
    }

    @Override
    public void action(String id, String role, String to) {
        routing = false;
        actions.add(new ActionStatement(origin(), id, role, to, List.of(), Due.AT_THIS_CONTACT));
    }

    private ActionStatement action() {
        return actions.get(actions.size() - 1);
    }

    @Override
    public void because(String reason) {
        because(List.of(reason));
    }

    @Override
    public void because(List<String> reasons) {
        if (routing) {
            RouteStatement route = route();
            replace(route, both(route.because(), reasons), route.ask(), route.first());
            return;
        }
        ActionStatement action = action();
        replace(action, both(action.because(), reasons), action.due());
    }

    private static List<String> both(List<String> before, List<String> more) {
        if (before.isEmpty()) {
            return more;
        }
        List<String> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    @Override
    public void offer(String service) {
        route(Route.OFFER, service);
    }

    @Override
    public void fallback(String service) {
        route(Route.FALLBACK, service);
    }

    @Override
    public void gap(String id) {
        route(Route.GAP, id);
    }

    private void route(Route route, String id) {
        routing = true;
        routes.add(new RouteStatement(origin(), route, id, List.of(), List.of(), false));
    }

    private RouteStatement route() {
        return routes.get(routes.size() - 1);
    }

    @Override
    public void ask(String field) {
        RouteStatement route = route();
        replace(route, route.because(), both(route.ask(), List.of(field)), route.first());
    }

    @Override
    public void first() {
        RouteStatement route = route();
        replace(route, route.because(), route.ask(), true);
    }

    private void replace(RouteStatement route, List<String> because, List<String> ask, boolean first) {
        routes.set(
                routes.size() - 1, new RouteStatement(route.origin(), route.route(), route.id(), because, ask, first));
    }

    @Override
    public void meeting(String wait) {
        meetings.add(new MeetingStatement(origin(), known(of(wait))));
    }

    private static @Nullable Urgency of(String code) {
        for (Urgency urgency : Urgency.values()) {
            if (urgency.code().equals(code)) {
                return urgency;
            }
        }
        return null;
    }

    @Override
    public void dueImmediately() {
        due(Timing.IMMEDIATELY, 0, null);
    }

    @Override
    public void dueAtThisContact() {
        due(Timing.AT_THIS_CONTACT, 0, null);
    }

    @Override
    public void dueBeforeTheMeeting() {
        due(Timing.BEFORE_THE_MEETING, 0, null);
    }

    @Override
    public void dueInHours(int hours) {
        due(Timing.HOURS, hours, null);
    }

    @Override
    public void dueInWorkingDays(int days) {
        due(Timing.WORKING_DAYS, days, null);
    }

    @Override
    public void dueInWeeks(int weeks) {
        due(Timing.WEEKS, weeks, null);
    }

    @Override
    public void dueWithinDaysOf(LocalDate start, int days) {
        due(Timing.WINDOW, days, start);
    }

    private void due(Timing timing, int amount, @Nullable LocalDate start) {
        ActionStatement action = action();
        replace(action, action.because(), new Due(timing, amount, start));
    }

    private void replace(ActionStatement action, List<String> because, Due due) {
        actions.set(
                actions.size() - 1,
                new ActionStatement(action.origin(), action.id(), action.role(), action.to(), because, due));
    }

    @Override
    public void neverDiscloseTo(String who) {
        neverDiscloseTo.add(who);
    }

    @Override
    public void hideFromPatientOnlineAccess() {
        hidden = true;
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A rule stated a word that has no meaning here.");
        }
        return value;
    }
}

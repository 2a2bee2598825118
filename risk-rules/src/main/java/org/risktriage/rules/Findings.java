package org.risktriage.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * What a rule may state in its {@code then} part: one line a statement, each beginning with {@code findings.}.
 *
 * <p>A rule's sentence, source and confidence mark come from its annotations and go with everything it states. Statements
 * only ever add or raise: there is no way to lower a level or to take a finding back.
 *
 * <p>The first group decides ({@link #met}, {@link #notMet}, {@link #notAbove}, {@link #outOfScope(String)},
 * {@link #level}, {@link #noLevel}); a rule that uses it is
 * a <em>route</em> rule. The second group advises, on the evidence and on what was decided. No rule may use both.
 */
public interface Findings {

    /**
     * States that a criterion of the MARAC is met. Any met criterion makes the level high.
     *
     * @param criterion id of a criterion that the pack's manifest lists
     */
    void met(String criterion);

    /**
     * States that a criterion is not met on this evidence, and how far it is from being met.
     *
     * @param criterion id of a criterion that the pack's manifest lists
     * @param have what was found, in the criterion's own unit (answers, incidents, records), at least 0
     * @param need what the criterion needs, in the same unit, more than {@code have}
     */
    void notMet(String criterion, long have, long need);

    /**
     * States that a criterion is not met, where what was found has to be above a line and not only on it.
     *
     * @param criterion id of a criterion that the pack's manifest lists
     * @param have what was found, as for {@link #notMet}
     * @param line what it has to be above, in the same unit
     */
    void notAbove(String criterion, long have, long line);

    /**
     * States that this instrument and meeting do not apply to the person, so that the criterion cannot be scored: it is
     * shown as not met with this rule's sentence, no level comes from a count, and there is no referral to the MARAC.
     * The safety actions of the pack take its place.
     *
     * @param criterion id of a criterion that the pack's manifest lists
     */
    void outOfScope(String criterion);

    /**
     * States that the MARAC does not apply to the person, whatever a criterion says, so that there is no referral to it. A
     * criterion that is met stays met: a written judgement stands.
     */
    void outOfScope();

    /**
     * States that the answers give no level here, as where an instrument has no line and a person grades. A level or a met
     * criterion that is stated too stands.
     */
    void noLevel();

    /**
     * States the level that a band of counts gives. The highest level stated stands.
     *
     * @param level {@code standard}, {@code medium} or {@code high}
     */
    void level(String level);

    /**
     * States a prompt: something that a practitioner must weigh. A prompt never changes the count or the level.
     *
     * @param id id of the prompt
     * @param severity {@code critical}, {@code important} or {@code advisory}
     */
    void prompt(String id, String severity);

    /**
     * States a warning about the evidence or the request itself.
     *
     * @param id id of the warning
     */
    void warning(String id);

    /**
     * States an action. The {@code because} and {@code due} statements that follow in the same rule belong to it.
     *
     * @param id id of the action
     * @param role who acts, for example {@code assessor}
     * @param to whom the action reaches, for example {@code marac-coordinator}
     */
    void action(String id, String role, String to);

    /**
     * Offers a service that the pack lists. The {@code because}, {@code ask} and {@code first} statements that follow in
     * the same rule belong to it. Where the service takes nobody yet, that is stated as a gap.
     *
     * @param service id of the service
     */
    void offer(String service);

    /**
     * Offers a service for the case that the area itself offers nobody who is certain to take this person and can be
     * reached by phone: at the moment that was asked for or, where none was, at every hour.
     *
     * @param service id of the service
     */
    void fallback(String service);

    /**
     * States a gap: help that this person needs and that is not there. {@code because} and {@code ask} after it belong to
     * it.
     *
     * @param id id of the gap
     */
    void gap(String id);

    /**
     * Says that it is not known whether the service stated before it in this rule takes this person, and what is to be
     * asked.
     *
     * @param field the field of the request that is missing, for example {@code victim.age} or {@code q16}
     */
    void ask(String field);

    /** The service stated before it in this rule goes before all others. */
    void first();

    /**
     * Says whether the case can wait for the next meeting of the MARAC.
     *
     * @param wait {@code in-time}, {@code ask} where it is not known when it meets, or {@code too-long}
     */
    void meeting(String wait);

    /**
     * Names one reason of the action, the service or the gap stated before it in this rule.
     *
     * @param reason id of a criterion, prompt or level, an item such as {@code q15}, or a field such as
     *     {@code victim.age}
     */
    void because(String reason);

    /**
     * Names several reasons of the action, the service or the gap stated before it in this rule.
     *
     * @param reasons ids as for {@link #because(String)}
     */
    void because(List<String> reasons);

    /** The action is due at once, before this contact ends. */
    void dueImmediately();

    /** The action is done during this contact, with no date of its own. */
    void dueAtThisContact();

    /** The action is due before the case is heard at the MARAC. */
    void dueBeforeTheMeeting();

    /**
     * The action is due within a number of hours. Shown as the calendar day on which they end, counted in whole days
     * from the day of the assessment.
     *
     * @param hours a multiple of 24, more than 0
     */
    void dueInHours(int hours);

    /**
     * The action is due within a number of working days of the pack's nation, the day of the assessment not counted.
     *
     * @param days at least 1
     */
    void dueInWorkingDays(int days);

    /**
     * The action is due a number of weeks after the day of the assessment.
     *
     * @param weeks at least 1
     */
    void dueInWeeks(int weeks);

    /**
     * The action is due before a window closes that opened on a day.
     *
     * @param start the day on which the window opened
     * @param days the length of the window in days, at least 1
     */
    void dueWithinDaysOf(LocalDate start, int days);

    /**
     * Names somebody who must never learn of the assessment.
     *
     * @param who for example {@code perpetrator}
     */
    void neverDiscloseTo(String who);

    /** The record must not be visible in a patient's online access, which another person may read. */
    void hideFromPatientOnlineAccess();
}

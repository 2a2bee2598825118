package org.risktriage.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * One earlier assessment of the same victim, compared with this one. Only advice rules see it: what was found before is
 * shown beside what is found now, and neither raises nor lowers it.
 *
 * <p>A yes of then that is unknown now fell silent; that is never a fall. What was not given of then is compared with
 * nothing, and its counts are 0.
 */
public final class Earlier extends Fact {
    private final Recorded recorded;
    private final Since since;
    private final Items items;

    /**
     * What was recorded then.
     *
     * @param on the day of the earlier assessment
     * @param latest {@code yes} where no other one given is later, else {@code no}
     * @param level {@code standard}, {@code medium}, {@code high}, or {@code none} where none was recorded
     * @param answersGiven {@code yes} where its single answers were given, else {@code no}
     */
    public record Recorded(LocalDate on, String latest, String level, String answersGiven) {}

    /**
     * What came since.
     *
     * @param change how the level of now compares: {@code higher}, {@code same}, {@code lower}, or {@code unknown} where
     *     either is missing
     * @param withinMonths whole calendar months back to it, counted as for an incident
     * @param weeksSince weeks since then, a part of a week counted as a whole one: 8 up to eight weeks exactly
     * @param moreYes how many more answers are yes now; 0 where no more are, or the count of then is not known
     * @param fewerYes how many fewer answers are yes now; 0 where no fewer are, or the count of then is not known
     * @param incidentsSince how many dated incidents against the victim came after that day, each counted once
     */
    public record Since(
            String change, int withinMonths, int weeksSince, int moreYes, int fewerYes, int incidentsSince) {}

    /**
     * The items whose answers differ, in the order of the instrument.
     *
     * @param rose yes now, and not yes then
     * @param fellSilent yes then, and unknown now
     * @param nowNo yes then, and no now
     */
    public record Items(List<String> rose, List<String> fellSilent, List<String> nowNo) {}

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of this assessment
     * @param recorded what was recorded then
     * @param since what came since
     * @param items the items whose answers differ
     */
    public Earlier(Policy policy, Recorded recorded, Since since, Items items) {
        super(policy);
        this.recorded = recorded;
        this.since = since;
        this.items = items;
    }

    /** The day of the earlier assessment. */
    public LocalDate getOn() {
        return recorded.on();
    }

    /** {@code yes} where no other earlier assessment given is later, else {@code no}. */
    public String getLatest() {
        return recorded.latest();
    }

    /** {@code standard}, {@code medium}, {@code high}, or {@code none} where none was recorded. */
    public String getLevel() {
        return recorded.level();
    }

    /** {@code yes} where its single answers were given, else {@code no}. */
    public String getAnswersGiven() {
        return recorded.answersGiven();
    }

    /** How the level of now compares: {@code higher}, {@code same}, {@code lower} or {@code unknown}. */
    public String getChange() {
        return since.change();
    }

    /** Whole calendar months back to it, counted as for an incident. */
    public int getWithinMonths() {
        return since.withinMonths();
    }

    /** Weeks since then, a part of a week counted as a whole one: 8 up to eight weeks exactly. */
    public int getWeeksSince() {
        return since.weeksSince();
    }

    /** How many more answers are yes now; 0 where no more are, or the count of then is not known. */
    public int getMoreYes() {
        return since.moreYes();
    }

    /** How many fewer answers are yes now; 0 where no fewer are, or the count of then is not known. */
    public int getFewerYes() {
        return since.fewerYes();
    }

    /** How many dated incidents against the victim came after that day, each counted once. */
    public int getIncidentsSince() {
        return since.incidentsSince();
    }

    /** How many items are yes now and were not yes then. */
    public int getRose() {
        return items.rose().size();
    }

    /** The items that are yes now and were not yes then, in the order of the instrument. */
    public List<String> getRoseItems() {
        return items.rose();
    }

    /** How many items were yes then and are unknown now. */
    public int getFellSilent() {
        return items.fellSilent().size();
    }

    /** The items that were yes then and are unknown now, in the order of the instrument. */
    public List<String> getFellSilentItems() {
        return items.fellSilent();
    }

    /** How many items were yes then and are no now. */
    public int getNowNo() {
        return items.nowNo().size();
    }

    /** The items that were yes then and are no now, in the order of the instrument. */
    public List<String> getNowNoItems() {
        return items.nowNo();
    }
}

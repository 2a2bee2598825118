package org.risktriage.service.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures that follow from each other, and so are shown or hidden together.
 *
 * @param whole the figure of which they are parts: they are shown only where it is; null if of none
 * @param views the ways to show them, the fullest first. Each shows figures of the one before it, or sums of them
 */
record Family(@Nullable String whole, List<View> views) {
    /**
     * The families of a year, each after the one that holds its whole.
     *
     * @param year the counts of the year
     * @param criteria the ids of criteria
     */
    static List<Family> of(Counts year, List<String> criteria) {
        return List.of(
                new Family(
                        null,
                        List.of(new View(List.of(Names.ASSESSMENTS), List.of(of(Names.ASSESSMENTS))), View.NOTHING)),
                new Family(Names.ASSESSMENTS, levels(year)),
                new Family(Names.REFERRALS, criteria(year, criteria)),
                part(Names.REFERRALS, List.of(Names.POLICE, Names.NOT_POLICE), Names.POLICE, null),
                part(
                        Names.ASSESSMENTS,
                        List.of(Names.WITH_CHILDREN, Names.CHILDREN),
                        Names.WITH_CHILDREN,
                        Names.CHILDREN),
                part(Names.ASSESSMENTS, List.of(Names.WITH_UNKNOWN, Names.UNKNOWN), Names.WITH_UNKNOWN, Names.UNKNOWN),
                part(Names.ASSESSMENTS, List.of(Names.RAISED), Names.RAISED, null),
                part(Names.ASSESSMENTS, List.of(Names.REFERRED, Names.DAYS), Names.REFERRED, null));
    }

    private static ToIntFunction<Counts> of(String name) {
        return counts -> counts.of(name);
    }

    private static ToIntFunction<Counts> difference(String name, String less) {
        return counts -> counts.of(name) - counts.of(less);
    }

    /** A part of a whole: the rest of it follows, and what a sum has beyond one for each. */
    private static Family part(String whole, List<String> shown, String part, @Nullable String sum) {
        List<ToIntFunction<Counts>> followed = new ArrayList<>(List.of(of(part), difference(whole, part)));
        if (sum != null) {
            followed.add(difference(sum, part));
        }
        return new Family(whole, List.of(new View(shown, followed), View.NOTHING));
    }

    /** Each level by itself; then with the two smallest together, of which neither is shown; and so on. */
    private static List<View> levels(Counts year) {
        List<List<String>> groups = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (String level : Names.LEVELS) {
            if (year.of(level) == 0) {
                empty.add(level);
            } else {
                groups.add(List.of(level));
            }
        }
        List<View> views = new ArrayList<>();
        addLevels(views, groups, empty);
        while (groups.size() > 1) {
            groups.sort(Comparator.comparingInt(group -> sum(year, group)));
            List<String> both = new ArrayList<>(groups.remove(0));
            both.addAll(groups.remove(0));
            groups.add(both);
            addLevels(views, groups, empty);
        }
        views.add(View.NOTHING);
        return views;
    }

    private static int sum(Counts counts, List<String> names) {
        return names.stream().mapToInt(counts::of).sum();
    }

    private static void addLevels(List<View> views, List<List<String>> groups, List<String> empty) {
        List<String> shown = new ArrayList<>(empty);
        List<ToIntFunction<Counts>> followed = new ArrayList<>();
        for (List<String> group : groups) {
            followed.add(counts -> sum(counts, group));
            if (group.size() == 1) {
                shown.addAll(group);
            }
        }
        if (shown.contains(Names.HIGH)) {
            // Who is referred is nearly who is high: the difference follows too.
            List<String> more = new ArrayList<>(shown);
            more.add(Names.REFERRALS);
            List<ToIntFunction<Counts>> moreFollowed = new ArrayList<>(followed);
            moreFollowed.add(of(Names.REFERRALS));
            moreFollowed.add(difference(Names.ASSESSMENTS, Names.REFERRALS));
            moreFollowed.add(of(Names.HIGH_NOT_REFERRED));
            moreFollowed.add(of(Names.REFERRED_NOT_HIGH));
            views.add(new View(more, moreFollowed));
        }
        views.add(new View(shown, followed));
    }

    /** All criteria; then without the one of which fewest are met or not met; and so on. */
    private static List<View> criteria(Counts year, List<String> criteria) {
        List<String> left = new ArrayList<>(criteria);
        left.sort(Comparator.comparingInt(criterion -> rarity(year, criterion)));
        List<View> views = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> shown = List.copyOf(left);
            List<ToIntFunction<Counts>> followed = new ArrayList<>();
            for (String criterion : shown) {
                followed.add(of(criterion));
                followed.add(difference(Names.REFERRALS, criterion));
            }
            if (shown.size() == criteria.size()) {
                // A referral needs one criterion: with all of them shown, how many more were met follows.
                followed.add(counts -> Math.abs(sum(counts, shown) - counts.of(Names.REFERRALS)));
            }
            views.add(new View(shown, followed));
            left.remove(0);
        }
        views.add(View.NOTHING);
        return views;
    }

    private static int rarity(Counts year, String criterion) {
        int met = year.of(criterion);
        int not = year.of(Names.REFERRALS) - met;
        return met == 0 ? Integer.MAX_VALUE : not == 0 ? met : Math.min(met, not);
    }
}

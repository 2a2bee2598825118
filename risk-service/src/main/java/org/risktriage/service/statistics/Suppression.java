package org.risktriage.service.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which figures of a year are shown, for the year, its quarters and its months. What is asked has no part in it: every reply
 * shows figures of this one table, and so several replies together show no more than it does.
 *
 * <p>Figures that follow from each other are shown or hidden together. Where a stretch of time is hidden, others beside it
 * are hidden too until what is hidden together is no small count either. So whatever is added up or taken away, no count of
 * assessments comes out that is from 1 to 4; decision record 0023 has the proof.
 */
final class Suppression {
    private final Map<Stretch, Set<String>> shown = new HashMap<>();

    private Suppression() {}

    /**
     * The figures that are shown.
     *
     * @param year a year, with what was counted in it
     * @param families what belongs together, each after the one that holds its whole
     * @return the names of figures, for every stretch of the year
     */
    static Map<Stretch, Set<String>> of(Stretch year, List<Family> families) {
        Suppression suppression = new Suppression();
        for (Family family : families) {
            suppression.show(year, family);
        }
        suppression.showNothing(year);
        return suppression.shown;
    }

    private void show(Stretch year, Family family) {
        String whole = family.whole();
        Predicate<Stretch> allowed = stretch ->
                whole == null || shown.getOrDefault(stretch, Set.of()).contains(whole);
        List<View> views = family.views();
        if (!allowed.test(year)) {
            return;
        }
        int at = 0;
        while (!views.get(at).isSafe(year.counts())) {
            at++;
        }
        List<Stretch> level = List.of(year);
        while (!level.isEmpty()) {
            View view = views.get(at);
            level.forEach(stretch ->
                    shown.computeIfAbsent(stretch, any -> new HashSet<>()).addAll(view.shown()));
            // Smaller stretches may need a coarser view than the larger: the one that shows most.
            List<Stretch> best = List.of();
            int most = 0;
            for (int i = at; i < views.size(); i++) {
                if (!view.shown().containsAll(views.get(i).shown())) {
                    // What is hidden in the whole is shown in none of its parts.
                    continue;
                }
                List<Stretch> parts = new ArrayList<>();
                for (Stretch stretch : level) {
                    parts.addAll(shownParts(stretch, views.get(i), allowed));
                }
                int figures = parts.size() * views.get(i).shown().size();
                if (figures > most) {
                    most = figures;
                    best = parts;
                    at = i;
                }
            }
            level = best;
        }
    }

    /** Where there is none of something in the whole, there is none in its parts. */
    private void showNothing(Stretch whole) {
        List<String> none = shown.getOrDefault(whole, Set.of()).stream()
                .filter(figure -> whole.counts().of(figure.equals(Names.DAYS) ? Names.REFERRED : figure) == 0)
                .toList();
        for (Stretch part : whole.parts()) {
            shown.computeIfAbsent(part, any -> new HashSet<>()).addAll(none);
            showNothing(part);
        }
    }

    /** The parts of a shown stretch that are shown: those hidden are two at least, and together no small count. */
    private static List<Stretch> shownParts(Stretch stretch, View view, Predicate<Stretch> allowed) {
        List<Stretch> parts = stretch.parts();
        Set<Stretch> hidden = new LinkedHashSet<>();
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (!allowed.test(parts.get(i)) || !view.isSafe(parts.get(i).counts())) {
                hidden.add(parts.get(i));
                next = i + 1;
            }
        }
        // The one that comes next in the calendar, whatever its counts: choosing by counts would say something of them.
        for (int i = 0; i < parts.size() && !hidden.isEmpty() && !isEnough(hidden, view); i++) {
            Stretch beside = parts.get((next + i) % parts.size());
            if (!view.isEmpty(beside.counts())) {
                hidden.add(beside);
            }
        }
        if (!hidden.isEmpty() && !isEnough(hidden, view)) {
            return List.of();
        }
        return parts.stream().filter(part -> !hidden.contains(part)).toList();
    }

    private static boolean isEnough(Set<Stretch> hidden, View view) {
        return hidden.size() > 1
                && view.isSafe(hidden.stream().map(Stretch::counts).reduce(Counts.NONE, Counts::plus));
    }
}

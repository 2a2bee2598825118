package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.engine.LoadedPack;

/**
 * Days on which two versions of a pack stay as they are: no value of either changes in between, nor what they extend.
 *
 * @param from the first day
 * @param to the last day; null where none is set
 * @param before the version that is replaced. It is taken to go on for as long as the other is in force
 * @param after the version that replaces it
 */
record Stretch(LocalDate from, @Nullable LocalDate to, LoadedPack before, LoadedPack after) {

    /** The days on which the second of two versions is in force, taken apart wherever either of them changes. */
    static List<Stretch> of(List<LoadedPack> before, List<LoadedPack> after) {
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate first = after.get(0).written().from();
        days.add(first);
        for (List<LoadedPack> spans : List.of(before, after)) {
            for (LoadedPack span : spans) {
                days.add(span.written().from());
                days.addAll(span.parameters().changesAfter(first));
            }
        }
        LocalDate last = after.get(after.size() - 1).written().to();
        days.removeIf(day -> day.isBefore(first) || (last != null && day.isAfter(last)));
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            stretches.add(new Stretch(day, next == null ? last : next.minusDays(1), on(before, day), on(after, day)));
        }
        return List.copyOf(stretches);
    }

    /** A version on a day: before its first and after its last day as it is on those. */
    private static LoadedPack on(List<LoadedPack> spans, LocalDate day) {
        LoadedPack on = spans.get(0);
        for (LoadedPack span : spans) {
            if (!span.written().from().isAfter(day)) {
                on = span;
            }
        }
        return on;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Policy beforePolicy() {
        return before.parameters().on(from);
    }

    Policy afterPolicy() {
        return after.parameters().on(from);
    }
}

package org.risktriage.service.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Made-up assessments: kinds of them, of which each month has some. A year here may have fewer parts than one of the calendar.
 *
 * @param kinds what an assessment of a kind is counted under
 * @param months how many of each kind each month has
 * @param year the months put together
 */
record MadeUpYear(List<Map<String, Integer>> kinds, List<int[]> months, Stretch year) {
    static final List<String> CRITERIA = List.of("criterion.line", "criterion.judgement");

    /** What decides: levels, referrals by two criteria and of two sources. */
    static final List<Map<String, Integer>> DECIDED = List.of(
            kind("level.high", "referrals", "criterion.line", "referrals.police"),
            kind("level.high", "referrals", "criterion.line", "referrals.not-police"),
            kind("level.high", "referrals", "criterion.judgement", "referrals.police"),
            kind("level.high", "referrals", "criterion.judgement", "referrals.not-police"),
            kind("level.high", "referrals", "criterion.line", "criterion.judgement", "referrals.police"),
            kind("level.high", "referrals", "criterion.line", "criterion.judgement", "referrals.not-police"),
            kind("level.high", "high-not-referred"),
            kind("level.medium"),
            kind("level.standard"),
            kind("level.none"));

    /** What is known of them besides, each with and without the others. */
    static final List<Map<String, Integer>> DESCRIBED = List.of(
            kind("level.medium"),
            kind("level.medium", "assessments.with-children", "children"),
            kind("level.medium", "assessments.raised-by-review"),
            kind("level.medium", "assessments.with-children", "children", "assessments.raised-by-review"),
            kind("level.medium", "assessments.with-unknown-answers", "unknown-answers"),
            kind(
                    "level.medium",
                    "assessments.with-children",
                    "children",
                    "assessments.with-unknown-answers",
                    "unknown-answers"),
            kind("level.medium", "assessments.raised-by-review", "assessments.with-unknown-answers", "unknown-answers"),
            kind(
                    "level.medium",
                    "assessments.with-children",
                    "children",
                    "assessments.raised-by-review",
                    "assessments.with-unknown-answers",
                    "unknown-answers"),
            // Where nothing was answered, everything is unknown.
            kind("level.none", "assessments.with-unknown-answers", "unknown-answers"));

    /** One kind for each level. */
    static final List<Map<String, Integer>> LEVELS =
            List.of(DECIDED.get(1), DECIDED.get(7), DECIDED.get(8), DECIDED.get(9));

    static Map<String, Integer> kind(String... names) {
        Map<String, Integer> kind = new TreeMap<>(Map.of(Names.ASSESSMENTS, 1));
        for (String name : names) {
            kind.put(name, 1);
        }
        return kind;
    }

    /** With so many of each kind in each month; the months in quarters of so many. */
    static MadeUpYear of(List<Map<String, Integer>> kinds, List<int[]> months, int quarter) {
        List<Stretch> stretches = new ArrayList<>();
        YearMonth first = YearMonth.of(2026, 1);
        for (int i = 0; i < months.size(); i++) {
            Counts counts = Counts.NONE;
            for (int kind = 0; kind < kinds.size(); kind++) {
                int many = months.get(i)[kind];
                Map<String, Integer> times = new TreeMap<>();
                kinds.get(kind).forEach((name, one) -> times.put(name, one * many));
                counts = counts.plus(new Counts(times));
            }
            stretches.add(Stretch.month(first.plusMonths(i), counts));
        }
        List<Stretch> quarters = new ArrayList<>();
        for (int i = 0; i < stretches.size() && quarter > 1; i += quarter) {
            quarters.add(Stretch.of(stretches.subList(i, i + quarter)));
        }
        return new MadeUpYear(kinds, months, Stretch.of(quarter > 1 ? quarters : stretches));
    }

    /** Some of each kind: often none or few, sometimes many. */
    static MadeUpYear random(List<Map<String, Integer>> kinds, Random random, int months, int quarter) {
        List<int[]> of = new ArrayList<>();
        int[] usual = random.ints(kinds.size(), 0, 4).toArray();
        for (int month = 0; month < months; month++) {
            of.add(java.util.stream.IntStream.range(0, kinds.size())
                    .map(kind -> switch (usual[kind]) {
                        case 0 -> random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 0;
                        case 1 -> random.nextInt(6);
                        case 2 -> random.nextInt(12);
                        default -> random.nextInt(60);
                    })
                    .toArray());
        }
        return of(kinds, of, quarter);
    }

    Map<Stretch, Set<String>> shown() {
        return Suppression.of(year, Family.of(year.counts(), CRITERIA));
    }

    /** Every stretch, the year first. */
    List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        add(year, all);
        return all;
    }

    private static void add(Stretch stretch, List<Stretch> all) {
        all.add(stretch);
        stretch.parts().forEach(part -> add(part, all));
    }

    /** What a reader sees, by stretch and figure: the count, or a question mark. */
    Map<String, String> published(List<String> figures) {
        Map<Stretch, Set<String>> shown = shown();
        Map<String, String> published = new LinkedHashMap<>();
        List<Stretch> stretches = stretches();
        for (int i = 0; i < stretches.size(); i++) {
            for (String figure : figures) {
                boolean is = shown.getOrDefault(stretches.get(i), Set.of()).contains(figure);
                published.put(
                        i + " " + figure,
                        is ? String.valueOf(stretches.get(i).counts().of(figure)) : "?");
            }
        }
        return published;
    }
}

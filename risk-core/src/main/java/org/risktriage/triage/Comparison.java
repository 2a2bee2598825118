package org.risktriage.triage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One assessment under the rules of several areas.
 *
 * @param areas what each area's rules say
 */
public record Comparison(List<UnderArea> areas) {

    /**
     * Whether the areas that decide it do so differently: by level, by recommending to refer, or by what is met.
     *
     * @return true if so
     */
    public boolean differs() {
        return areas.stream()
                        .filter(area -> area.problems().isEmpty())
                        .map(Outcome::of)
                        .distinct()
                        .count()
                > 1;
    }

    private record Outcome(@Nullable Level level, boolean refer, List<String> met) {
        static Outcome of(UnderArea area) {
            Decision.LevelFound level = Objects.requireNonNull(area.level());
            Decision.Marac marac = Objects.requireNonNull(area.marac());
            return new Outcome(
                    level.value(),
                    marac.refer(),
                    marac.criteria().stream()
                            .filter(criterion -> criterion.status() == CriterionStatus.MET)
                            .map(Decision.Criterion::id)
                            .toList());
        }
    }

    @Override
    public String toString() {
        return "Comparison[" + areas.size() + " areas, values withheld]";
    }

    /**
     * What one area's rules say.
     *
     * @param area id of the area
     * @param title what it is
     * @param rules the rules that said so; null where the assessment is refused
     * @param level the level, with its bounds and reasons; null where the assessment is refused
     * @param marac the criteria for the MARAC; null where the assessment is refused
     * @param prompts what a practitioner must weigh there
     * @param problems why the assessment is refused there; empty where it is decided
     */
    public record UnderArea(
            String area,
            String title,
            Decision.@Nullable RulesUsed rules,
            Decision.@Nullable LevelFound level,
            Decision.@Nullable Marac marac,
            List<Decision.Prompt> prompts,
            List<Problem> problems) {

        static UnderArea of(String area, String title, Decision decision) {
            return new UnderArea(
                    area, title, decision.rules(), decision.level(), decision.marac(), decision.prompts(), List.of());
        }

        static UnderArea refused(String area, String title, List<Problem> problems) {
            return new UnderArea(area, title, null, null, null, List.of(), problems);
        }

        @Override
        public String toString() {
            return "UnderArea[" + area + ", values withheld]";
        }
    }
}

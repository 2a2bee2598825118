package org.risktriage.testing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/**
 * The parts of a decision in words, for the message of an assertion that fails. Only ids, numbers, dates and the sentences
 * of the rules: never the id that a recorder gave, and nothing of the caller's.
 */
final class DecisionWords {
    private DecisionWords() {}

    /** The level, its bounds, and the sentences that give it. */
    static String level(Decision decision) {
        Decision.LevelFound level = decision.level();
        return "The level is " + of(level.value()) + ", at least " + of(level.atLeast()) + " and at most "
                + of(level.atMost()) + (level.settled() ? ", settled" : ", not settled")
                + lines("", level.reasons(), reason -> reason.id() + ": " + reason.because());
    }

    /** Whether to refer, and where each criterion stands. */
    static String marac(Decision decision) {
        return (decision.marac().refer() ? "It refers to the MARAC" : "It does not refer to the MARAC")
                + lines(
                        ", without criteria",
                        decision.marac().criteria(),
                        criterion -> criterion.id() + ": " + criterion.status() + ", distance " + criterion.distance()
                                + ": " + criterion.because());
    }

    /** The prompts. */
    static String prompts(Decision decision) {
        return "The prompts are"
                + lines(
                        " none",
                        decision.prompts(),
                        prompt -> prompt.id() + ", " + prompt.severity() + ": " + prompt.because());
    }

    /** The warnings. */
    static String warnings(Decision decision) {
        return "The warnings are"
                + lines(" none", decision.warnings(), warning -> warning.id() + ": " + warning.because());
    }

    /** The actions, with their due dates. */
    static String actions(Decision decision) {
        return "The actions are"
                + lines(
                        " none",
                        decision.actions(),
                        action -> action.id() + ", " + action.timing()
                                + (action.due() == null ? ", no date" : ", by " + action.due()) + ": " + action.says());
    }

    /** The unknown answers that matter. */
    static String unknowns(Decision decision) {
        return "The unknowns that matter are"
                + lines(
                        " none",
                        decision.unknowns(),
                        unknown -> unknown.question() + ", which could change "
                                + String.join(", ", unknown.couldChange()));
    }

    /** The questions to ask next. */
    static String nextQuestions(Decision decision) {
        return "It asks next: " + inOneLine(decision.nextQuestions());
    }

    /** The count of each kind of answer. */
    static String score(Decision decision) {
        Decision.Score score = decision.score();
        return "Of " + score.of() + " answers " + score.yes() + " are yes, " + score.no() + " no, " + score.dontKnow()
                + " don't know, " + score.declined() + " declined and " + score.notAsked() + " not asked";
    }

    /** The packs and the instrument. */
    static String rules(Decision decision) {
        Decision.RulesUsed rules = decision.rules();
        Decision.PackId area = rules.area();
        return "The rules are " + (area == null ? "" : of(area) + " over ") + of(rules.base()) + ", for "
                + rules.instrument().id() + " " + rules.instrument().edition();
    }

    /** Everything that bears on level and referral. */
    static String outcome(Decision decision) {
        return level(decision) + "\n" + marac(decision);
    }

    static String of(@Nullable Level level) {
        return level == null ? "none" : level.code();
    }

    static String inOneLine(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }

    private static String of(Decision.PackId pack) {
        return pack.id() + " " + pack.version();
    }

    private static <T> String lines(String none, List<T> parts, Function<T, String> words) {
        return parts.isEmpty()
                ? none + "."
                : ":\n" + parts.stream().map(part -> "  " + words.apply(part)).collect(Collectors.joining("\n"));
    }
}

package org.risktriage.embedder;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.testing.DecisionAssert;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.Severity;

/** Every assertion about a decision, with a decision of which it holds and one of which it does not. */
final class Claims {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    private static final Decision HIGH = decide(FictionalCases.visibleHighRisk());
    private static final Decision MEDIUM = decide(FictionalCases.oneBelowTheLine());
    private static final Decision STANDARD = decide(FictionalCases.noToEverything());
    private static final Decision OPEN = decide(FictionalCases.oneUnknownBelowTheLine());
    private static final Decision EMPTY = decide(FictionalCases.nothingAnswered());
    private static final Decision YOUNG = decide(FictionalCases.victimUnder16());
    private static final Decision STRANGULATION = decide(FictionalCases.strangulation());
    private static final Decision ESCALATING = decide(FictionalCases.escalating());
    private static final Decision BOTH = decide(FictionalCases.escalating().judgedHighRisk("Made-up reasons."));

    private Claims() {}

    /**
     * One assertion.
     *
     * @param method the method that is called
     * @param says the call
     * @param holds a decision of which it holds
     * @param fails a decision of which it does not hold
     * @param message what the failure must say, piece by piece
     */
    record Claim(String method, Consumer<DecisionAssert> says, Decision holds, Decision fails, List<String> message) {
        @Override
        public String toString() {
            return method + ": " + message.get(0);
        }
    }

    private static Decision decide(Assessment.Builder builder) {
        return TRIAGE.assess(builder.build());
    }

    private static Decision under(String base, String version, @Nullable String area) {
        Decision.RulesUsed rules = HIGH.rules();
        return with(new Decision.RulesUsed(
                area == null ? null : new Decision.PackId(area, "3.2.1", "0"),
                new Decision.PackId(base, version, "0"),
                rules.instrument(),
                rules.engine(),
                rules.chosen(),
                rules.overrides(),
                rules.switchedOff(),
                rules.passedOver(),
                rules.later()));
    }

    private static Decision scoring(String instrument, String edition) {
        Decision.RulesUsed rules = HIGH.rules();
        return with(new Decision.RulesUsed(
                rules.area(),
                rules.base(),
                new Decision.InstrumentId(instrument, edition),
                rules.engine(),
                rules.chosen(),
                rules.overrides(),
                rules.switchedOff(),
                rules.passedOver(),
                rules.later()));
    }

    private static Decision with(Decision.RulesUsed rules) {
        return new Decision(
                null,
                HIGH.level(),
                HIGH.score(),
                HIGH.complete(),
                HIGH.marac(),
                HIGH.prompts(),
                HIGH.actions(),
                HIGH.services(),
                HIGH.gaps(),
                HIGH.warnings(),
                HIGH.unknowns(),
                HIGH.nextQuestions(),
                HIGH.previous(),
                HIGH.profile(),
                HIGH.handling(),
                HIGH.notice(),
                rules);
    }

    private static Claim claim(
            String method, Consumer<DecisionAssert> says, Decision holds, Decision fails, String... message) {
        return new Claim(method, says, holds, fails, List.of(message));
    }

    static List<Claim> all() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        String medium = "The level is medium, at least medium and at most medium, settled:\n"
                + "  medium: 13 of 24 answers are yes, which is 10 or more.";
        String none = "The level is none, at least none and at most none, settled.";
        String notMet = "  visible-high-risk: not-met, distance 1: 13 of 24 answers are yes; the line here is 14.";
        String criteria = "It does not refer to the MARAC:\n" + notMet;
        String noWarning = "The warnings are none.";
        String strangled = "The prompts are:\n  strangulation, critical: q15 is yes.";
        String rules = "The rules are england-wales 1.0.0, for safelives-dash 24-item";
        return List.of(
                claim("isHigh", DecisionAssert::isHigh, HIGH, MEDIUM, "Expected the level high.", medium),
                claim("isMedium", DecisionAssert::isMedium, MEDIUM, HIGH, "Expected the level medium."),
                claim("isStandard", DecisionAssert::isStandard, STANDARD, MEDIUM, "Expected the level standard."),
                claim("hasLevel", it -> it.hasLevel(Level.HIGH), HIGH, YOUNG, "Expected the level high.", none),
                claim("hasNoLevel", DecisionAssert::hasNoLevel, EMPTY, MEDIUM, "Expected no level.", medium),
                claim("isAtLeast", it -> it.isAtLeast(Level.MEDIUM), OPEN, EMPTY, "at least medium, whatever is"),
                claim("isAtLeast", it -> it.isAtLeast(Level.MEDIUM), HIGH, YOUNG, "at least medium, whatever is", none),
                claim("isAtMost", it -> it.isAtMost(Level.MEDIUM), MEDIUM, OPEN, "at most medium, whatever is"),
                claim(
                        "isAtMost",
                        it -> it.isAtMost(Level.MEDIUM),
                        STANDARD,
                        YOUNG,
                        "at most medium, whatever is",
                        none),
                claim("hasBounds", it -> it.hasBounds(Level.MEDIUM, Level.HIGH), OPEN, HIGH, "from medium to high."),
                claim("hasBounds", it -> it.hasBounds(Level.MEDIUM, Level.HIGH), OPEN, MEDIUM, "from medium to high."),
                claim("hasNoBounds", DecisionAssert::hasNoBounds, YOUNG, MEDIUM, "Expected no bounds.", medium),
                claim(
                        "isSettled",
                        DecisionAssert::isSettled,
                        MEDIUM,
                        OPEN,
                        "Expected a settled level.",
                        "at least medium and at most high, not settled:",
                        "The unknowns that matter are:\n  q24, which could change level, marac"),
                claim("isUnsettled", DecisionAssert::isUnsettled, OPEN, MEDIUM, "a level that is not settled.", medium),
                claim(
                        "isComplete",
                        DecisionAssert::isComplete,
                        HIGH,
                        EMPTY,
                        "Expected a complete checklist.",
                        "Of 24 answers 0 are yes, 0 no, 0 don't know, 0 declined and 24 not asked"),
                claim("isIncomplete", DecisionAssert::isIncomplete, EMPTY, HIGH, "Expected an incomplete checklist."),
                claim("scores", it -> it.scores(14), HIGH, MEDIUM, "Expected 14 answers of yes.", "13 are yes, 11 no"),
                claim(
                        "refersToMarac",
                        DecisionAssert::refersToMarac,
                        HIGH,
                        MEDIUM,
                        "a referral to the MARAC.",
                        criteria),
                claim(
                        "doesNotReferToMarac",
                        DecisionAssert::doesNotReferToMarac,
                        MEDIUM,
                        HIGH,
                        "no referral to the MARAC.",
                        "It refers to the MARAC:\n  visible-high-risk: met, distance 0"),
                claim(
                        "because",
                        it -> it.because("visible-high-risk"),
                        HIGH,
                        MEDIUM,
                        "Expected a level because of visible-high-risk.",
                        medium,
                        criteria),
                claim(
                        "because",
                        it -> it.because("potential-escalation", "professional-judgement"),
                        BOTH,
                        ESCALATING,
                        "because of potential-escalation, professional-judgement."),
                claim(
                        "onlyBecause",
                        it -> it.onlyBecause("potential-escalation"),
                        ESCALATING,
                        BOTH,
                        "because of potential-escalation alone.",
                        "  professional-judgement: A practitioner judges"),
                claim(
                        "onlyBecause",
                        it -> it.onlyBecause("professional-judgement", "potential-escalation"),
                        BOTH,
                        ESCALATING,
                        "because of professional-judgement, potential-escalation alone."),
                claim(
                        "meets",
                        it -> it.meets("visible-high-risk"),
                        HIGH,
                        MEDIUM,
                        "visible-high-risk to be met.",
                        notMet),
                claim(
                        "meets",
                        it -> it.meets("potential-escalation", "professional-judgement"),
                        BOTH,
                        ESCALATING,
                        "potential-escalation, professional-judgement to be met."),
                claim(
                        "couldMeet",
                        it -> it.couldMeet("visible-high-risk"),
                        OPEN,
                        MEDIUM,
                        "to be could-be-met.",
                        notMet),
                claim(
                        "doesNotMeet",
                        it -> it.doesNotMeet("visible-high-risk", "repeat"),
                        MEDIUM,
                        OPEN,
                        "Expected visible-high-risk, repeat to be not-met.",
                        "visible-high-risk: could-be-met, distance 1"),
                claim(
                        "hasDistance",
                        it -> it.hasDistance("visible-high-risk", 1),
                        MEDIUM,
                        STANDARD,
                        "a distance of 1."),
                claim(
                        "prompts",
                        it -> it.prompts("strangulation"),
                        STRANGULATION,
                        STANDARD,
                        "Expected the prompts strangulation.",
                        "The prompts are none."),
                claim(
                        "prompts",
                        it -> it.prompts("stalking", "isolation"),
                        MEDIUM,
                        STRANGULATION,
                        "stalking, isolation."),
                claim(
                        "prompts(severity)",
                        it -> it.prompts("low-score-caution", Severity.CRITICAL),
                        decide(FictionalCases.perpetratorPresent()),
                        decide(FictionalCases.historyNotGiven()),
                        "Expected the prompt low-score-caution as critical.",
                        "low-score-caution, important: The history was not given"),
                claim(
                        "doesNotPrompt",
                        it -> it.doesNotPrompt("strangulation"),
                        STANDARD,
                        STRANGULATION,
                        "Expected no prompt strangulation.",
                        strangled),
                claim(
                        "doesNotPrompt",
                        it -> it.doesNotPrompt("stalking", "strangulation"),
                        STANDARD,
                        STRANGULATION,
                        "no prompt stalking, strangulation."),
                claim("warns", it -> it.warns("nothing-answered"), EMPTY, STANDARD, "the warnings nothing-", noWarning),
                claim(
                        "warns",
                        it -> it.warns("mostly-unknown", "history-not-given"),
                        EMPTY,
                        decide(FictionalCases.mostlyDeclined()),
                        "Expected the warnings mostly-unknown, history-not-given."),
                claim(
                        "doesNotWarn",
                        it -> it.doesNotWarn("nothing-answered", "history-not-given"),
                        STANDARD,
                        decide(FictionalCases.historyNotGiven()),
                        "Expected no warning nothing-answered, history-not-given.",
                        "The warnings are:\n  history-not-given: Incidents or earlier MARAC referrals were not given."),
                claim(
                        "asksFor",
                        it -> it.asksFor("refer-to-marac", "refer-to-idva"),
                        HIGH,
                        STANDARD,
                        "Expected the actions refer-to-marac, refer-to-idva.",
                        "The actions are:\n",
                        "\n  helpline-information, at-this-contact, no date: "),
                claim(
                        "asksFor(due)",
                        it -> it.asksFor("refer-to-marac", monday),
                        HIGH,
                        decide(FictionalCases.visibleHighRisk().assessedOn(monday)),
                        "Expected the action refer-to-marac by 2026-11-23.",
                        "  refer-to-marac, working-days, by 2026-11-24: Refer to the MARAC"),
                claim("asksFor(due)", it -> it.asksFor("refer-to-marac", monday), HIGH, STANDARD, "by 2026-11-23."),
                claim(
                        "doesNotAskFor",
                        it -> it.doesNotAskFor("outreach-referral", "refer-to-marac"),
                        STANDARD,
                        HIGH,
                        "Expected no action outreach-referral, refer-to-marac.",
                        "  refer-to-marac, working-days, by 2026-11-23: Refer to the MARAC"),
                claim(
                        "wantsToKnow",
                        it -> it.wantsToKnow("q24"),
                        OPEN,
                        MEDIUM,
                        "matters what the answer is to q24.",
                        "The unknowns that matter are none."),
                claim(
                        "wantsToKnow",
                        it -> it.wantsToKnow("q24"),
                        decide(FictionalCases.answers(13, 9, Answer.NOT_ASKED)),
                        HIGH,
                        "matters what the answer is to q24."),
                claim("asksNext", it -> it.asksNext("q15", "q14"), EMPTY, OPEN, "asks next q15, q14.", "next: q24"),
                claim(
                        "asksNext",
                        it -> it.asksNext("q24"),
                        OPEN,
                        decide(FictionalCases.answers(13, 9, Answer.NOT_ASKED)),
                        "asks next q24.",
                        "It asks next: q23, q24"),
                claim(
                        "underPack",
                        it -> it.underPack("england-wales"),
                        HIGH,
                        under("elsewhere", "1.0.0", null),
                        "Expected the pack england-wales.",
                        "The rules are elsewhere 1.0.0, for"),
                claim(
                        "underPack",
                        it -> it.underPack("somewhere"),
                        under("england-wales", "1.0.0", "somewhere"),
                        HIGH,
                        "Expected the pack somewhere.",
                        rules),
                claim(
                        "underPack",
                        it -> it.underPack("england-wales"),
                        under("england-wales", "1.0.0", "somewhere"),
                        under("elsewhere", "1.0.0", "somewhere"),
                        "The rules are somewhere 3.2.1 over elsewhere 1.0.0, for"),
                claim(
                        "underPack(version)",
                        it -> it.underPack("england-wales", "1.0.0"),
                        HIGH,
                        under("england-wales", "2.0.0", null),
                        "Expected the pack england-wales 1.0.0.",
                        "The rules are england-wales 2.0.0, for"),
                claim(
                        "underPack(version)",
                        it -> it.underPack("somewhere", "3.2.1"),
                        under("england-wales", "1.0.0", "somewhere"),
                        under("somewhere", "1.0.0", null),
                        "Expected the pack somewhere 3.2.1."),
                claim(
                        "underInstrument",
                        it -> it.underInstrument("safelives-dash"),
                        HIGH,
                        scoring("another", "24-item"),
                        "Expected the instrument safelives-dash.",
                        ", for another 24-item"),
                claim(
                        "underInstrument(edition)",
                        it -> it.underInstrument("safelives-dash", "24-item"),
                        HIGH,
                        scoring("safelives-dash", "another"),
                        "Expected the instrument safelives-dash 24-item.",
                        ", for safelives-dash another"),
                claim(
                        "neverLowerThan",
                        it -> it.neverLowerThan(MEDIUM),
                        HIGH,
                        STANDARD,
                        "Expected nothing lower than in the other decision.",
                        "Lower: the level is standard and was medium; the lower bound is standard and was medium.",
                        "\nThis one: The level is standard",
                        "\nThe other one: " + medium),
                claim(
                        "neverLowerThan",
                        it -> it.neverLowerThan(HIGH),
                        HIGH,
                        YOUNG,
                        "Lower: the level is none and was high; the lower bound is none and was high; "
                                + "the referral to the MARAC is gone; "
                                + "the criterion visible-high-risk is no longer met."),
                claim(
                        "neverLowerThan",
                        it -> it.neverLowerThan(BOTH),
                        BOTH,
                        ESCALATING,
                        "Lower: the criterion professional-judgement is no longer met."),
                claim("neverLowerThan", it -> it.neverLowerThan(OPEN), MEDIUM, EMPTY, "Lower: the level is none and"),
                claim(
                        "neverLowerThan",
                        it -> it.neverLowerThan(EMPTY),
                        OPEN,
                        YOUNG,
                        "Lower: the lower bound is none and was standard."));
    }
}

package org.risktriage.service.cli;

import java.io.PrintStream;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Timing;

/** A decision as plain text for a person at a terminal. */
final class DecisionText {
    private DecisionText() {}

    static void print(Decision decision, PrintStream out) {
        Decision.LevelFound level = decision.level();
        out.println("Level: " + (level.value() == null ? "none" : level.value())
                + (level.settled()
                        ? ""
                        : " (not settled: it could be " + level.atLeast() + " to " + level.atMost() + ")"));
        level.reasons().forEach(reason -> out.println("  " + reason.because()));
        out.println("MARAC: "
                + (decision.marac().refer() ? "refer" : decision.marac().status()));
        decision.marac()
                .criteria()
                .forEach(criterion ->
                        out.println("  " + criterion.id() + ": " + criterion.status() + ". " + criterion.because()));
        section(out, "Actions", decision.actions().isEmpty());
        decision.actions().forEach(action -> out.println("  " + when(action) + ": " + action.says()));
        section(out, "Turn to", decision.services().isEmpty());
        decision.services().forEach(service -> out.println("  " + service(service)));
        section(out, "Not there", decision.gaps().isEmpty());
        decision.gaps().forEach(gap -> out.println("  " + gap.says()));
        section(out, "Profile, row by row", decision.profile().isEmpty());
        decision.profile()
                .forEach(row ->
                        out.println("  " + row.label() + ": " + (row.grade() == null ? "no grade" : row.grade())));
        section(out, "Weigh", decision.prompts().isEmpty());
        decision.prompts().forEach(prompt -> out.println("  " + prompt.severity() + ": " + prompt.because()));
        section(out, "Warnings", decision.warnings().isEmpty());
        decision.warnings().forEach(warning -> out.println("  " + warning.because()));
        if (decision.previous() != null) {
            out.println("Next review: "
                    + (decision.previous().nextReview() == null
                            ? "no day"
                            : decision.previous().nextReview()));
        }
        if (!decision.nextQuestions().isEmpty()) {
            out.println("Ask next: " + String.join(", ", decision.nextQuestions()));
        }
        out.println("Rules: " + decision.rules().pack().id() + "@"
                + decision.rules().pack().version() + "; " + decision.rules().chosen());
        out.println(decision.notice());
    }

    private static String service(Decision.Service service) {
        String phone = service.phone() == null ? "" : ", " + service.phone();
        String now = "";
        if (service.openNow() != null && service.openNow()) {
            now = ", open now";
        } else if (service.opensNext() != null) {
            now = ", opens " + service.opensNext();
        }
        return service.name() + phone + ", " + service.hours() + now + ". " + service.says();
    }

    private static String when(Decision.Action action) {
        return action.due() == null || action.timing() == Timing.IMMEDIATELY
                ? action.timing().code()
                : "by " + action.due();
    }

    private static void section(PrintStream out, String title, boolean empty) {
        if (!empty) {
            out.println(title + ":");
        }
    }
}

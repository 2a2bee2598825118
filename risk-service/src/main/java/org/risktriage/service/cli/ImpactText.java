package org.risktriage.service.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.ImpactReport;
import org.risktriage.triage.desk.ImpactReport.Crossing;
import org.risktriage.triage.desk.ImpactReport.LevelMove;
import org.risktriage.triage.desk.ImpactReport.Needs;
import org.risktriage.triage.desk.ImpactReport.Year;
import org.risktriage.triage.desk.ImpactRun;
import org.risktriage.triage.desk.ImpactRun.Fault;
import org.risktriage.triage.desk.ImpactRun.MovedDown;

/** What a change would do, as plain text for whoever owns the caseload: every count, and the cases that move down. */
final class ImpactText {
    private static final int MOST = 20;
    private static final double SECONDS = 1_000.0;
    private static final double A_MINUTE = 60.0;

    private ImpactText() {}

    static void print(ImpactRun run, PrintStream out) {
        ImpactReport exact = Objects.requireNonNull(run.exact());
        out.println(DiffText.name(exact.before()) + " -> " + DiffText.name(exact.after()) + ", with the values of "
                + exact.on());
        if (exact.caseload().synthetic()) {
            out.println("The cases were thought up (seed " + exact.caseload().seed()
                    + "). They are of nobody, and most of what they are drawn from is assumed.");
        }
        run.faults().stream().limit(MOST).forEach(fault -> out.println(line(fault)));
        long refused = known(exact.caseload().refused());
        if (refused > 0) {
            out.println(count(refused, "case was", "cases were") + " not scored, and stand in no count below.");
        }
        levels(exact, out);
        crossings(exact, out);
        out.println(String.format(
                Locale.ROOT,
                "Of %,d cases, %,d move down or lose a route, %,d move up, %,d do not move.",
                exact.caseload().cases(),
                exact.moved().down(),
                exact.moved().up(),
                exact.moved().same()));
        down(run, exact, out);
        Year year = exact.year();
        if (year != null) {
            year(year, out);
        }
        out.println("The change demands a " + exact.demanded() + " step"
                + (exact.declared() == null ? "." : "; the version number says " + exact.declared() + "."));
    }

    /** How fast it was: beside the rest, which is the same every time. */
    static void printRate(ImpactReport exact, Duration time, PrintStream out) {
        long all = exact.caseload().cases() + known(exact.caseload().refused());
        out.println(String.format(
                Locale.ROOT,
                "%,d cases in %.1f s: %,.0f a minute.",
                all,
                time.toMillis() / SECONDS,
                all * A_MINUTE * SECONDS / Math.max(1, time.toMillis())));
    }

    private static String line(Fault fault) {
        return "line " + fault.line() + (fault.at().isEmpty() ? "" : ", " + fault.at()) + ": " + fault.message();
    }

    private static String count(long many, String one, String more) {
        return String.format(Locale.ROOT, "%,d ", many) + (many == 1 ? one : more);
    }

    private static void levels(ImpactReport exact, PrintStream out) {
        List<String> levels =
                exact.levels().stream().map(LevelMove::to).distinct().toList();
        StringBuilder head = new StringBuilder("Level before | after  ");
        levels.forEach(level -> head.append(String.format(Locale.ROOT, "%12s", level)));
        out.println(head);
        for (String from : levels) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-20s", from));
            exact.levels().stream()
                    .filter(cell -> cell.from().equals(from))
                    .forEach(cell -> row.append(String.format(Locale.ROOT, "%,12d", cell.cases())));
            out.println(row);
        }
    }

    private static void crossings(ImpactReport exact, PrintStream out) {
        out.println(String.format(
                Locale.ROOT, "%-28s%12s%12s%12s%12s", "Criterion met", "before", "after", "lost", "gained"));
        exact.criteria().forEach(criterion -> crossing(criterion, out));
        crossing(exact.referrals(), out);
    }

    private static void crossing(Crossing one, PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "  %-26s%,12d%,12d%,12d%,12d",
                one.id(),
                known(one.both()) + known(one.lost()),
                known(one.both()) + known(one.gained()),
                one.lost(),
                one.gained()));
    }

    private static long known(@Nullable Long exact) {
        return Objects.requireNonNull(exact);
    }

    private static void down(ImpactRun run, ImpactReport exact, PrintStream out) {
        if (!exact.takesAway()) {
            return;
        }
        out.println(
                exact.moved().anyDown()
                        ? "Cases that move down or lose a route. Not to be handed on:"
                        : "None of these cases moves down or loses a route. Others can, or there is no proof that none does:"
                                + " see rules diff.");
        for (MovedDown one : run.down().subList(0, Math.min(MOST, run.down().size()))) {
            out.println("  line " + one.line() + (one.ref() == null ? "" : ", " + one.ref()) + ": " + one.from()
                    + " to " + one.to() + (one.lost().isEmpty() ? "" : "; loses " + String.join(", ", one.lost())));
        }
        long more = known(exact.moved().down()) - Math.min(MOST, run.down().size());
        if (more > 0) {
            out.println("  and " + count(more, "more", "more"));
        }
        ImpactReport.Acceptance acceptance = exact.acceptance();
        out.println(
                acceptance == null
                        ? "Nobody has accepted this. Whoever answers for it does with --accept-down NAME --reason TEXT."
                        : "Accepted by " + acceptance.name() + ": " + acceptance.reason());
    }

    private static void year(Year year, PrintStream out) {
        out.println(String.format(
                Locale.ROOT, "In a year of %,d assessments:%12s%12s", year.assessments(), "before", "after"));
        Needs before = year.before();
        Needs after = year.after();
        row(out, "referrals to the MARAC", "%,d", before.referrals(), after.referrals());
        row(out, "IDVAs", "%,.1f", before.idvas(), after.idvas());
        row(out, "administrators", "%,.1f", before.administrators(), after.administrators());
        row(out, "hours of the meeting, at least", "%,d", before.hoursAtLeast(), after.hoursAtLeast());
        row(out, "hours of the meeting, at most", "%,d", before.hoursAtMost(), after.hoursAtMost());
        if (year.expected() != null) {
            out.println(String.format(
                    Locale.ROOT,
                    "  To expect for %,d adult women, at 40 in 10,000: %,d referrals.",
                    year.adultWomen(),
                    year.expected()));
        }
    }

    private static void row(PrintStream out, String what, String form, Object before, Object after) {
        out.println(String.format(
                Locale.ROOT,
                "  %-36s%8s%12s",
                what,
                String.format(Locale.ROOT, form, before),
                String.format(Locale.ROOT, form, after)));
    }
}

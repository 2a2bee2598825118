package org.risktriage.service.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.ProofReport;
import org.risktriage.triage.desk.ProofReport.ProvedPack;
import org.risktriage.triage.desk.ProofReport.ProvedPart;
import org.risktriage.triage.desk.ProofReport.ShortCase;
import org.risktriage.triage.desk.ProofReport.Shown;

/** What was proved, as plain text for a person: a counterexample as two short cases beside each other. */
final class ProofText {
    private static final int WIDEST = 64;

    private ProofText() {}

    static void print(ProofReport report, Duration time, String beside, PrintStream out) {
        if (!report.findings().isEmpty()) {
            FindingsText.print(new CheckReport(List.of(), report.findings()), beside, out);
            out.println("Nothing was proved: mend this first.");
        }
        for (ProvedPack pack : report.packs()) {
            for (Shown shown : pack.shown()) {
                print(shown, pack.pack(), out);
            }
            pack.unproved().forEach(why -> out.println(pack.pack() + ": R803, not proved of " + why));
            boolean proved = pack.shown().isEmpty() && pack.unproved().isEmpty();
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %s %,d kinds of evidence, %,d ways of adding to them%s.",
                    pack.pack(),
                    proved ? "proved." : "not proved.",
                    pack.kinds(),
                    pack.steps(),
                    report.packs().size() > 1 ? "" : parts(pack)));
        }
        out.println(String.format(Locale.ROOT, "%.1f s.", time.toMillis() / 1_000.0));
    }

    private static String parts(ProvedPack pack) {
        List<String> parts = new ArrayList<>();
        for (ProvedPart part : pack.parts()) {
            parts.add(String.format(Locale.ROOT, "%s %,d", part.what(), part.kinds()));
        }
        return " (" + String.join(", ", parts) + ")";
    }

    static void print(Shown shown, String pack, PrintStream out) {
        out.println(pack + ": " + shown.code() + ", " + shown.what() + ": "
                + shown.code().title());
        ShortCase after = shown.after();
        if (after == null) {
            lines(shown.before()).forEach(line -> out.println("  " + line));
        } else {
            beside(lines(shown.before()), lines(after), shown.added(), out);
        }
        if (!shown.confirmed()) {
            out.println("  No request was found that holds this evidence; the rules say so all the same.");
        }
    }

    private static List<String> lines(ShortCase one) {
        List<String> lines = new ArrayList<>(one.given());
        one.comes().forEach(line -> lines.add("=> " + line));
        return lines;
    }

    private static void beside(List<String> left, List<String> right, String added, PrintStream out) {
        List<String> one = new ArrayList<>(List.of("before"));
        one.addAll(left);
        List<String> other = new ArrayList<>(List.of("with one more: " + added));
        other.addAll(right);
        int width = one.stream().mapToInt(String::length).max().orElse(0);
        if (width > WIDEST) {
            one.forEach(line -> out.println("  " + line));
            other.forEach(line -> out.println("    " + line));
            return;
        }
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            String first = i < one.size() ? one.get(i) : "";
            String second = i < other.size() ? other.get(i) : "";
            out.println(("  " + first + " ".repeat(width - first.length()) + "  | " + second).stripTrailing());
        }
    }
}

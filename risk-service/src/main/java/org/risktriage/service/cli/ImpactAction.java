package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import net.sourceforge.argparse4j.inf.MutuallyExclusiveGroup;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.triage.desk.ImpactPlan;
import org.risktriage.triage.desk.ImpactReport;
import org.risktriage.triage.desk.ImpactReport.Acceptance;
import org.risktriage.triage.desk.ImpactRun;
import org.risktriage.triage.desk.PackImpact;
import org.risktriage.triage.desk.SyntheticCaseload;
import org.risktriage.triage.desk.UnreadableCaseloadException;

/** {@code rules impact}: what a change of a pack would do to a caseload. */
final class ImpactAction implements RulesAction {
    private static final int LONGEST = 400;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser impact = actions.addParser(name())
                .help("says what a change of a pack would do to a caseload")
                .description(
                        "Scores a caseload under two versions of a pack, and counts who moves. Cases that move down or"
                                + " lose a route are listed apart, and make the exit status 1 until somebody accepts them by name.")
                .epilog(EXIT);
        TwoPacks.addTo(impact);
        MutuallyExclusiveGroup cases =
                impact.addMutuallyExclusiveGroup("the cases").required(true);
        cases.addArgument("--cases").metavar("FILE").help("a caseload: CSV, or JSON as one case a line or one list");
        cases.addArgument("--synthetic")
                .metavar("N")
                .type(Long.class)
                .help("think up so many cases; they are of nobody");
        impact.addArgument("--seed")
                .metavar("S")
                .type(Long.class)
                .setDefault(1L)
                .help("what thought-up cases are drawn from; the same seed gives the same cases; 1 unless given");
        impact.addArgument("--on")
                .metavar("DAY")
                .help("the day whose values are taken, as in 2027-04-01; the last on which one changes unless given");
        impact.addArgument("--a-year")
                .metavar("N")
                .type(Long.class)
                .help("how many assessments a year the caseload stands for");
        impact.addArgument("--population")
                .metavar("WOMEN")
                .type(Long.class)
                .help("how many adult women live in the area");
        impact.addArgument("--accept-down").metavar("NAME").help("who accepts that cases move down; it is recorded");
        impact.addArgument("--reason").metavar("TEXT").help("why that is accepted");
        impact.addArgument("--out").metavar("FILE").help("write the report as JSON, with small counts held back");
        impact.addArgument("--chart").metavar("FILE").help("draw who moves, as FILE.png or FILE.svg; the same counts");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        ImpactPlan plan = plan(namespace);
        String chart = namespace.getString("chart");
        if (chart != null && !chart.matches("(?i).+\\.(png|svg)")) {
            throw PlainCommand.unusable("The name of a chart ends with .png or .svg.");
        }
        TwoPacks packs = TwoPacks.of(namespace);
        PackImpact impact = PackImpact.of(packs.before(), packs.after());
        if (!impact.difference().findings().isEmpty()) {
            DiffText.print(impact.difference(), System.out);
            return false;
        }
        long start = System.nanoTime();
        ImpactRun run = score(namespace, impact, plan);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        ImpactReport report = run.report();
        if (report == null) {
            return false;
        }
        boolean exported = namespace.getString("out") != null || chart != null || namespace.getBoolean("json");
        if (exported && !run.isEnoughToHandOn()) {
            throw PlainCommand.unusable("Fewer than " + ImpactRun.FEWEST_TO_HAND_ON
                    + " cases were scored, and counts of so few tell of single"
                    + " people: --out, --chart and --json write nothing of them. Run it without these to see the"
                    + " counts here, or take more cases.");
        }
        ObjectMapper json = ReplyJson.configure(Jackson.newObjectMapper());
        write(namespace.getString("out"), json, report);
        if (chart != null) {
            draw(chart, report);
        }
        if (namespace.getBoolean("json")) {
            ObjectNode document = json.createObjectNode().put("passed", run.passed());
            document.setAll(json.<ObjectNode>valueToTree(report));
            System.out.println(json.writeValueAsString(document));
        } else {
            ImpactText.print(run, System.out);
            ImpactText.printRate(Objects.requireNonNull(run.exact()), time, System.err);
        }
        return run.passed();
    }

    private static ImpactRun score(Namespace namespace, PackImpact impact, ImpactPlan plan) throws IOException {
        LocalDate asked = plan.on();
        LocalDate day = asked == null ? impact.day() : asked;
        Long synthetic = namespace.getLong("synthetic");
        try {
            if (synthetic != null) {
                SyntheticCaseload caseload =
                        new SyntheticCaseload(synthetic, namespace.getLong("seed"), impact.items(), day);
                return watched(
                        "cases", synthetic, watch -> impact.score(caseload, caseload.description(), plan, watch));
            }
            Path file = Path.of(namespace.getString("cases"));
            if (!Files.isRegularFile(file)) {
                throw PlainCommand.unusable("The file of the caseload cannot be read.");
            }
            ImpactReport.Caseload what = CaseloadFile.description(file);
            try (InputStream in = Files.newInputStream(file)) {
                return watched("bytes", Files.size(file), watch -> {
                    InputStream counted = new CountedInput(in, watch);
                    return impact.score(CaseloadFile.read(counted, impact, day), what, plan, scored -> {});
                });
            }
        } catch (UnreadableCaseloadException e) {
            throw PlainCommand.unusable("The caseload cannot be read. " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
    }

    private interface Watched {
        ImpactRun run(LongConsumer watch) throws IOException;
    }

    private static ImpactRun watched(String unit, long all, Watched work) throws IOException {
        if (!Terminal.isWatched()) {
            return work.run(done -> {});
        }
        try (Progress progress = new Progress(unit, all)) {
            return work.run(progress::stepBy);
        }
    }

    private static ImpactPlan plan(Namespace namespace) {
        String name = namespace.getString("accept_down");
        String reason = namespace.getString("reason");
        if ((name == null) != (reason == null)) {
            throw PlainCommand.unusable("--accept-down and --reason go together: who accepts it, and why.");
        }
        Long synthetic = namespace.getLong("synthetic");
        Long aYear = namespace.getLong("a_year");
        Long women = namespace.getLong("population");
        if (isBelowOne(synthetic) || isBelowOne(aYear) || isBelowOne(women)) {
            throw PlainCommand.unusable("--synthetic, --a-year and --population take a whole number from 1.");
        }
        return new ImpactPlan(
                day(namespace.getString("on")),
                aYear,
                women,
                name == null || reason == null ? null : acceptance(name.strip(), reason.strip()));
    }

    private static boolean isBelowOne(@Nullable Long number) {
        return number != null && number < 1;
    }

    private static Acceptance acceptance(String name, String reason) {
        if (name.isEmpty() || reason.isEmpty() || name.length() > LONGEST || reason.length() > LONGEST) {
            throw PlainCommand.unusable(
                    "--accept-down and --reason take words, at most " + LONGEST + " characters each.");
        }
        return new Acceptance(name, reason);
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw PlainCommand.unusable("A day is written as in 2027-04-01.");
        }
    }

    private static void write(@Nullable String file, ObjectMapper json, ImpactReport report) {
        if (file != null) {
            try {
                Files.writeString(
                        Path.of(file), json.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
            } catch (IOException | RuntimeException e) {
                throw PlainCommand.unusable("The file for the report cannot be written.");
            }
        }
    }

    private static void draw(String file, ImpactReport report) {
        try {
            if (file.toLowerCase(Locale.ROOT).endsWith(".svg")) {
                ImpactChart.svg(report, Path.of(file));
            } else {
                ImpactChart.png(report, Path.of(file));
            }
        } catch (IOException | RuntimeException e) {
            throw PlainCommand.unusable("The file for the chart cannot be written.");
        }
    }
}

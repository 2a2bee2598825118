package org.risktriage.service.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.batch.LineReader;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.service.http.StrictJson;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.UnknownRulesException;

/**
 * {@code score FILE|-}: scores one assessment (JSON) or one a line (NDJSON), without a server. Exit status 1 if any of them
 * was refused, 2 for a wrong use.
 */
public final class ScoreCommand extends PlainCommand {
    private static final int LARGEST = 64 * 1024;

    private final ObjectWriter writer =
            ReplyJson.configure(Jackson.newObjectMapper()).writer();

    /** Creates the command. */
    public ScoreCommand() {
        super("score", "Scores an assessment from a file (JSON), or one a line (NDJSON)");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("file").metavar("FILE|-").help("the file to score; - for standard input");
        subparser
                .addArgument("--to")
                .metavar("FILE")
                .help("write the answers to a file, as JSON; on a terminal, shows how far it is");
        subparser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON also on a terminal");
    }

    /** Told of every line that was read, with its length. */
    private interface Watch {
        void read(long bytes);
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        String file = namespace.getString("file");
        String to = namespace.getString("to");
        boolean json = namespace.getBoolean("json") || to != null || !Terminal.isWatched();
        boolean refused;
        PrintStream out = to == null ? System.out : create(to);
        try (InputStream in = new BufferedInputStream(open(file), LARGEST + 2)) {
            if (to != null && Terminal.isWatched()) {
                try (Progress progress = new Progress("bytes", file.equals("-") ? -1 : Files.size(Path.of(file)))) {
                    refused = score(in, json, out, progress::stepBy);
                }
            } else {
                refused = score(in, json, out, bytes -> {});
            }
        } finally {
            out.flush();
            if (to != null) {
                out.close();
            }
        }
        if (refused) {
            throw new CommandFailedException("An assessment was refused.", FINDINGS);
        }
    }

    private static PrintStream create(String to) {
        try {
            return new PrintStream(new BufferedOutputStream(Files.newOutputStream(Path.of(to)), LARGEST), false, UTF_8);
        } catch (IOException | RuntimeException e) {
            throw unusable("The file for the answers cannot be written.");
        }
    }

    private static InputStream open(String file) {
        if (file.equals("-")) {
            return System.in;
        }
        try {
            if (Files.isDirectory(Path.of(file))) {
                throw new IOException("A folder");
            }
            return Files.newInputStream(Path.of(file));
        } catch (IOException | RuntimeException e) {
            throw unusable("The file cannot be read.");
        }
    }

    /**
     * Scores everything in a stream: as one document, unless it is none and holds lines that are.
     */
    private boolean score(InputStream in, boolean json, PrintStream out, Watch watch) throws IOException {
        RiskTriage triage = RiskTriage.bundled();
        in.mark(LARGEST + 2);
        byte[] beginning = in.readNBytes(LARGEST + 1);
        in.reset();
        boolean oneDocument = isWhole(beginning) || !hasWholeLine(beginning);
        if (oneDocument && beginning.length <= LARGEST) {
            return scoreOne(triage, beginning, json, out);
        }
        boolean refused = false;
        LineReader lines = new LineReader(in, LARGEST);
        for (byte[] next = lines.next(); next != null; next = lines.next()) {
            watch.read(next.length + 1L);
            if (!new String(next, StandardCharsets.ISO_8859_1).isBlank()) {
                refused |= scoreOne(triage, next, json, out);
            }
        }
        return refused;
    }

    private static boolean hasWholeLine(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith("{") && isWhole(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isWhole(byte[] line) {
        try {
            StrictJson.parse(line);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private boolean scoreOne(RiskTriage triage, byte[] document, boolean json, PrintStream out) throws IOException {
        ProblemDocument problem;
        try {
            if (document.length > LARGEST) {
                throw new RefusedException(ProblemKind.BODY_TOO_LARGE, "At most " + LARGEST + " bytes are allowed.");
            }
            Decision decision = triage.assess(triage.read(StrictJson.parse(document)));
            if (json) {
                out.println(writer.writeValueAsString(decision));
            } else {
                DecisionText.print(decision, out);
            }
            return false;
        } catch (InvalidAssessmentException e) {
            problem = ProblemDocument.of(ProblemKind.INVALID, "errors says where.", e.problems());
        } catch (UnknownRulesException e) {
            problem = ProblemDocument.of(ProblemKind.NOT_FOUND, String.valueOf(e.getMessage()), List.of());
        } catch (RefusedException e) {
            problem = ProblemDocument.of(e.kind(), String.valueOf(e.getMessage()), List.of());
        }
        if (json) {
            out.println(writer.writeValueAsString(problem));
        } else {
            out.println("Refused: " + problem.title() + ". " + problem.detail());
            for (Problem error : problem.errors()) {
                out.println("  " + error.pointer() + ": " + error.message());
            }
        }
        return true;
    }
}

package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
        subparser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON also on a terminal");
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        String file = namespace.getString("file");
        boolean json = namespace.getBoolean("json") || !Terminal.isWatched();
        PrintStream out = System.out;
        boolean refused;
        try (InputStream in = new BufferedInputStream(open(file), LARGEST + 2)) {
            refused = score(in, json, out);
        }
        out.flush();
        if (refused) {
            throw new CommandFailedException("An assessment was refused.", FINDINGS);
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
    private boolean score(InputStream in, boolean json, PrintStream out) throws IOException {
        RiskTriage triage = RiskTriage.bundled();
        in.mark(LARGEST + 2);
        byte[] beginning = in.readNBytes(LARGEST + 1);
        in.reset();
        boolean oneDocument = isWhole(beginning) || !hasWholeLine(beginning);
        if (oneDocument && beginning.length <= LARGEST) {
            return scoreOne(triage, beginning, json, out);
        }
        boolean refused = false;
        for (byte[] next = line(in); next != null; next = line(in)) {
            if (next.length > 0) {
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

    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.size() <= LARGEST) {
                line.write(b);
            }
            b = in.read();
        }
        byte[] bytes = line.toByteArray();
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank() ? new byte[0] : bytes;
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

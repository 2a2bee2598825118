package org.risktriage.service.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.risktriage.triage.desk.Caseload;
import org.risktriage.triage.desk.CsvCaseload;
import org.risktriage.triage.desk.ImpactReport;
import org.risktriage.triage.desk.PackImpact;

/** A file with a caseload: a table, one case a line as JSON, or a list of cases as JSON. Its first sign says which. */
final class CaseloadFile {
    private static final int BUFFER = 1 << 16;

    private CaseloadFile() {}

    /** What it is, for a report. */
    static ImpactReport.Caseload description(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new ImpactReport.Caseload(
                    false, null, HexFormat.of().formatHex(in.getMessageDigest().digest()), 0, 0L);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Begins to read; the stream is closed by whoever opened it. */
    static Caseload read(InputStream stream, PackImpact impact, LocalDate day) throws IOException {
        InputStream in = new BufferedInputStream(stream, BUFFER);
        return switch (firstSign(in)) {
            case '[' -> JsonCaseload.list(in, impact::read);
            case '{' -> JsonCaseload.lines(in, impact::read);
            default ->
                new CsvCaseload(
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER),
                        impact.items(),
                        day);
        };
    }

    /** The first sign that is no space; a mark of the byte order, which spreadsheets write, is taken away. */
    private static int firstSign(InputStream in) throws IOException {
        final int longest = 1024;
        in.mark(longest);
        byte[] beginning = in.readNBytes(longest - 1);
        in.reset();
        int at = 0;
        if (beginning.length > 2 && beginning[0] == (byte) 0xEF && beginning[1] == (byte) 0xBB) {
            at = in.readNBytes(3).length;
        }
        while (at < beginning.length && Character.isWhitespace(beginning[at])) {
            at++;
        }
        return at < beginning.length ? beginning[at] : -1;
    }
}

package org.risktriage.service.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.batch.LineReader;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.StrictJson;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Problem;
import org.risktriage.triage.desk.Caseload;
import org.risktriage.triage.desk.UnreadableCaseloadException;

/** A caseload as JSON, in the form of the contract: one case a line, or all of them in one list. One is held at a time. */
final class JsonCaseload {
    private static final int LARGEST = 64 * 1024;

    private JsonCaseload() {}

    /** One case a line. */
    static Caseload lines(InputStream in, BiFunction<@Nullable Object, List<Problem>, Assessment> reading) {
        LineReader lines = new LineReader(in, LARGEST);
        return new Caseload() {
            private long line;

            @Override
            public @Nullable Entry next() throws IOException {
                byte[] next = lines.next();
                line++;
                while (next != null && new String(next, StandardCharsets.ISO_8859_1).isBlank()) {
                    next = lines.next();
                    line++;
                }
                return next == null ? null : new Line(line, next, reading);
            }
        };
    }

    private static final class Line implements Caseload.Entry {
        private final long line;
        private final byte[] document;
        private final BiFunction<@Nullable Object, List<Problem>, Assessment> reading;

        Line(long line, byte[] document, BiFunction<@Nullable Object, List<Problem>, Assessment> reading) {
            this.line = line;
            this.document = document;
            this.reading = reading;
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public @Nullable Assessment read(List<Problem> problems) {
            if (document.length > LARGEST) {
                problems.add(new Problem("", "too-large", "At most " + LARGEST + " bytes are allowed in a line."));
                return null;
            }
            Object tree;
            try {
                tree = StrictJson.parse(document);
            } catch (RefusedException e) {
                problems.add(new Problem("", "not-json", String.valueOf(e.getMessage())));
                return null;
            }
            return reading.apply(tree, problems);
        }
    }

    /** All of them in one list. */
    static Caseload list(InputStream in, BiFunction<@Nullable Object, List<Problem>, Assessment> reading)
            throws IOException {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(StrictJson.DEEPEST)
                                .build())
                        .build())
                .build();
        JsonParser cases = mapper.createParser(in);
        cases.nextToken();
        return new Caseload() {
            private long number;
            private boolean ended;

            @Override
            public @Nullable Entry next() throws IOException {
                try {
                    if (!ended && cases.nextToken() != JsonToken.END_ARRAY) {
                        Object tree = mapper.readValue(cases, Object.class);
                        return new Element(++number, tree, reading);
                    }
                } catch (JsonProcessingException e) {
                    throw new UnreadableCaseloadException(
                            "The JSON cannot be read from case " + (number + 1) + " of the list on.");
                }
                ended = true;
                requireNothingAfter(cases);
                return null;
            }
        };
    }

    /** A second list, as of two files joined, would be left out without a word. */
    private static void requireNothingAfter(JsonParser list) throws IOException {
        boolean atEnd;
        try {
            atEnd = list.nextToken() == null;
        } catch (JsonProcessingException e) {
            atEnd = false;
        }
        if (!atEnd) {
            throw new UnreadableCaseloadException(
                    "Something follows after the end of the list. All cases have to stand in"
                            + " one list; if files were joined, join their lists to one.");
        }
    }

    private record Element(
            long line, @Nullable Object tree, BiFunction<@Nullable Object, List<Problem>, Assessment> reading)
            implements Caseload.Entry {
        @Override
        public Assessment read(List<Problem> problems) {
            return reading.apply(tree, problems);
        }
    }
}

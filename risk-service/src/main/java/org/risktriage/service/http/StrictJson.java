package org.risktriage.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;

/**
 * Reads JSON into maps, lists and plain values, and refuses what a lenient parser lets pass: duplicate keys, anything
 * after the document, deep nesting, and any encoding but UTF-8.
 */
public final class StrictJson {
    /** How deep objects and lists may lie within each other. */
    public static final int DEEPEST = 16;

    private static final int LONGEST_NUMBER = 20;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private StrictJson() {}

    /**
     * Reads a body up to a limit.
     *
     * @param body the body
     * @param limit the most bytes allowed
     * @return its bytes
     * @throws RefusedException if it is larger, or did not arrive whole
     */
    public static byte[] bytes(InputStream body, int limit) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(limit + 1);
        } catch (IOException e) {
            throw notArrived(e);
        }
        if (bytes.length > limit) {
            throw new RefusedException(ProblemKind.BODY_TOO_LARGE, "At most " + limit + " bytes are allowed.");
        }
        return bytes;
    }

    /**
     * Why a body did not arrive.
     *
     * @param broken what reading it came to
     * @return what to answer, if anybody is still there
     */
    public static RefusedException notArrived(IOException broken) {
        for (Throwable t = broken; t != null; t = t.getCause()) {
            if (t instanceof TimeoutException
                    || (t instanceof HttpException http && http.getCode() == HttpStatus.REQUEST_TIMEOUT_408)) {
                return new RefusedException(ProblemKind.TOO_SLOW, "The body arrived too slowly.");
            }
        }
        return new RefusedException(ProblemKind.BAD_REQUEST, "The body did not arrive whole.");
    }

    /**
     * Reads a document.
     *
     * @param bytes the document in UTF-8
     * @return the document as maps, lists and plain values
     * @throws RefusedException if it is not such a document
     */
    public static @Nullable Object parse(byte[] bytes) {
        if (isBlank(bytes)) {
            throw new RefusedException(ProblemKind.EMPTY_BODY, "A JSON object is needed.");
        }
        if (bytes.length > 1
                && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            throw new RefusedException(ProblemKind.WRONG_CHARSET, "JSON is sent in UTF-8.");
        }
        try {
            return READER.readValue(text(bytes));
        } catch (StreamConstraintsException e) {
            boolean deep = String.valueOf(e.getOriginalMessage()).contains("nesting");
            throw deep
                    ? new RefusedException(
                            ProblemKind.TOO_DEEP,
                            "Objects and lists may lie at most " + DEEPEST + " deep within each other.")
                    : new RefusedException(
                            ProblemKind.NOT_JSON, "A text or a number is longer than allowed" + place(e) + ".");
        } catch (JsonParseException e) {
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            throw twice
                    ? new RefusedException(
                            ProblemKind.DUPLICATE_KEY, "Each key may stand once in an object" + place(e) + ".")
                    : new RefusedException(ProblemKind.NOT_JSON, "The JSON cannot be read" + place(e) + ".");
        } catch (JsonProcessingException e) {
            throw new RefusedException(ProblemKind.NOT_JSON, "The JSON cannot be read" + place(e) + ".");
        }
    }

    /** Jackson's own reader lets bytes pass that are not UTF-8. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(ProblemKind.WRONG_CHARSET, "JSON is sent in UTF-8.");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}

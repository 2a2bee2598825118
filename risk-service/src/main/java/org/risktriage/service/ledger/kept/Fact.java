package org.risktriage.service.ledger.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Something that was recorded of somebody: an incident, a referral to a MARAC, or a level. A kind and a day, and never a
 * text that somebody wrote.
 *
 * @param kind what it is
 * @param happened the day, as {@code 2026-11-21}
 * @param what the kind of incident, the area of the MARAC, or the level; empty if not known
 * @param direction of an incident, {@code same} or {@code reversed}; otherwise empty
 * @param perpetrator the reference of the perpetrator; empty for every one
 * @param extra of an incident whether it was a crime, of a MARAC the day of the meeting, of a level the number of yes;
 *     empty if not known
 * @param ref what tells an incident from another of the same day and kind: the caller's own reference, and once it is
 *     {@link #marked} an HMAC of it; empty if it has none
 */
public record Fact(
        FactKind kind, String happened, String what, String direction, String perpetrator, String extra, String ref) {

    private static final JsonMapper TREES = new JsonMapper();
    private static final String HMAC = "HmacSHA256";
    private static final int MARK = 32;

    /** What a fact is. */
    public enum FactKind {
        /** Something that happened. */
        INCIDENT,
        /** A referral to a MARAC. */
        MARAC,
        /** An assessment with its level. */
        LEVEL;

        /**
         * The name in the database and in replies.
         *
         * @return the name, in lower case
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The facts of a decision. An incident without a day is none: it could not be told from another.
     *
     * @param request the request, as it was parsed
     * @param level the level that was found; empty if none
     * @param yes how many answers were yes
     * @return the facts, in the order of the request
     */
    public static List<Fact> ofDecision(Map<?, ?> request, String level, int yes) {
        List<Fact> facts = new ArrayList<>();
        for (Map<?, ?> incident : objects(request, "incidents")) {
            String on = text(incident, "on");
            if (!on.isEmpty()) {
                facts.add(new Fact(
                        FactKind.INCIDENT,
                        on,
                        text(incident, "kind"),
                        text(incident, "direction").equals("reversed") ? "reversed" : "same",
                        text(incident, "perpetrator"),
                        text(incident, "crime"),
                        text(incident, "ref")));
            }
        }
        for (Map<?, ?> marac : objects(request, "maracs")) {
            facts.add(new Fact(
                    FactKind.MARAC,
                    text(marac, "referredOn"),
                    text(marac, "area"),
                    "",
                    text(marac, "perpetrator"),
                    text(marac, "heardOn"),
                    ""));
        }
        if (!level.isEmpty()) {
            facts.add(new Fact(FactKind.LEVEL, text(request, "assessedOn"), level, "", "", Integer.toString(yes), ""));
        }
        return facts;
    }

    /**
     * The facts of a record, as they follow from what stands in it.
     *
     * @param kind what the record is of
     * @param summary its summary
     * @param content its content
     * @return the facts; empty if it is about nobody
     */
    public static List<Fact> of(String kind, JsonNode summary, JsonNode content) {
        if (!summary.has("subject")) {
            return List.of();
        }
        return switch (kind) {
            case "decision" ->
                ofDecision(
                        TREES.convertValue(content.path("request"), Map.class),
                        summary.path("level").asText(),
                        summary.path("yes").asInt());
            case "review" ->
                ofReview(
                        summary.path("area").asText(),
                        summary.path("referredOn").asText(""));
            default -> List.of();
        };
    }

    /**
     * The facts of a review: the referral, if there was one.
     *
     * @param area the area of the decision
     * @param referredOn the day of the referral; empty if there was none
     * @return the facts
     */
    public static List<Fact> ofReview(String area, String referredOn) {
        return referredOn.isEmpty() ? List.of() : List.of(new Fact(FactKind.MARAC, referredOn, area, "", "", "", ""));
    }

    /**
     * The fact as it is kept: the caller's reference of an incident is a text of the caller's, and becomes a mark that says
     * nothing but whether two are the same. The key is the random id of whom it is about, so that nobody can compare the
     * marks of two people, and what was recorded can be verified without any other key.
     *
     * @param subject the id of whom it is about
     * @return the fact with a mark
     */
    public Fact marked(String subject) {
        return ref.isEmpty() ? this : new Fact(kind, happened, what, direction, perpetrator, extra, mark(subject, ref));
    }

    /**
     * The mark of a reference.
     *
     * @param subject the id of whom it is about
     * @param ref the reference
     * @return 32 hexadecimal digits
     */
    public static String mark(String subject, String ref) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(subject.getBytes(StandardCharsets.UTF_8), HMAC));
            // JSON allows halves of pairs, which UTF-8 would make one and the same.
            byte[] digest = mac.doFinal(ref.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest).substring(0, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256.", e);
        }
    }

    private static List<Map<?, ?>> objects(Map<?, ?> fields, String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static String text(Map<?, ?> fields, String name) {
        @Nullable Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "Fact[values withheld]";
    }
}

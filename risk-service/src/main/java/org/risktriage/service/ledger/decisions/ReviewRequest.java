package org.risktriage.service.ledger.decisions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.limits.NamelessTexts;
import org.risktriage.triage.Level;
import org.risktriage.triage.Problem;

/**
 * What a person decided on a decision, as it is sent.
 *
 * @param outcome {@code accept}, {@code raise} or {@code other-action}
 * @param level the level to which it is raised, or null
 * @param refer whether the person refers to the MARAC all the same, or null
 * @param referredOn the day on which the case was referred to the MARAC, or null
 * @param role the role of the person
 * @param reason the reason
 */
public record ReviewRequest(
        String outcome,
        @Nullable Level level,
        @Nullable Boolean refer,
        @Nullable LocalDate referredOn,
        String role,
        String reason) {
    private static final Set<String> FIELDS = Set.of("outcome", "level", "refer", "referredOn", "role", "reason");
    private static final Set<String> OUTCOMES = Set.of("accept", "raise", "other-action");
    private static final int LONGEST_ROLE = 100;
    private static final int LONGEST_REASON = 4_000;

    /**
     * Reads a review.
     *
     * @param tree the body, as it was parsed
     * @param assessedOn the day of the assessment, before which there can be no referral
     * @param today the last day on which there can be one
     * @param current the level now: that of the decision, or to which a person raised it; null if there is none
     * @return the review
     * @throws RefusedException with everything that is wrong
     */
    public static ReviewRequest read(
            @Nullable Object tree, LocalDate assessedOn, LocalDate today, @Nullable Level current) {
        List<Problem> problems = new ArrayList<>();
        if (!(tree instanceof Map<?, ?> fields)) {
            throw new RefusedException(
                    ProblemKind.INVALID_REVIEW,
                    ProblemMapper.count(1),
                    List.of(new Problem("", "wrong-type", "An object is needed here.")));
        }
        if (!FIELDS.containsAll(fields.keySet())) {
            problems.add(new Problem(
                    "", "unknown-field", "The fields are outcome, level, refer, referredOn, role and reason."));
        }
        String outcome = text(fields, "outcome", LONGEST_ROLE, problems);
        if (!outcome.isEmpty() && !OUTCOMES.contains(outcome)) {
            problems.add(new Problem("/outcome", "unknown-code", "This is accept, raise or other-action."));
        }
        String role = text(fields, "role", LONGEST_ROLE, problems);
        String reason = text(fields, "reason", LONGEST_REASON, problems);
        Level level = level(fields.get("level"), problems);
        Object refer = fields.get("refer");
        if (refer != null && !(refer instanceof Boolean)) {
            problems.add(new Problem("/refer", "wrong-type", "This is true or false."));
        }
        LocalDate referredOn = day(fields.get("referredOn"), assessedOn, today, problems);
        raising(outcome, level, refer, current, problems);
        if (!problems.isEmpty()) {
            throw new RefusedException(ProblemKind.INVALID_REVIEW, ProblemMapper.count(problems.size()), problems);
        }
        return new ReviewRequest(outcome, level, (Boolean) refer, referredOn, role, reason);
    }

    /** Nothing may lower a level; and what is raised, is raised to something. */
    private static void raising(
            String outcome,
            @Nullable Level level,
            @Nullable Object refer,
            @Nullable Level current,
            List<Problem> problems) {
        if (level != null && current != null && level.compareTo(current) < 0) {
            problems.add(
                    new Problem("/level", "lowering-refused", "A level is never lowered: " + current + " stands."));
        } else if (outcome.equals("raise")) {
            boolean higher = level != null && (current == null || level.compareTo(current) > 0);
            if (!higher && !Boolean.TRUE.equals(refer)) {
                problems.add(new Problem(
                        "/level", "required", "To raise needs a level above the one that stands, or refer: true."));
            }
        } else if (level != null && level != current) {
            problems.add(new Problem("/level", "not-raised", "Another level goes with the outcome raise."));
        }
        if (Boolean.FALSE.equals(refer)) {
            problems.add(new Problem(
                    "/refer", "lowering-refused", "A referral is never taken back: leave this out, or say true."));
        }
    }

    private static @Nullable Level level(@Nullable Object given, List<Problem> problems) {
        if (given == null) {
            return null;
        }
        Level level = given instanceof String code ? Level.of(code) : null;
        if (level == null) {
            problems.add(new Problem("/level", "unknown-code", "This is standard, medium or high."));
        }
        return level;
    }

    private static String text(Map<?, ?> fields, String name, int longest, List<Problem> problems) {
        Object given = fields.get(name);
        if (!(given instanceof String text) || text.isBlank()) {
            problems.add(new Problem("/" + name, "required", "A text is needed here."));
            return "";
        }
        if (text.length() > longest) {
            problems.add(new Problem("/" + name, "too-long", "At most " + longest + " characters are allowed here."));
        }
        NamelessTexts.check("/" + name, text).ifPresent(problems::add);
        return text;
    }

    private static @Nullable LocalDate day(
            @Nullable Object given, LocalDate assessedOn, LocalDate today, List<Problem> problems) {
        if (given == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(String.valueOf(given));
            if (!day.isBefore(assessedOn) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Refused below.
        }
        problems.add(new Problem(
                "/referredOn", "bad-date", "This is a day from that of the assessment to today, as in 2026-11-21."));
        return null;
    }

    @Override
    public String toString() {
        return "ReviewRequest[values withheld]";
    }
}

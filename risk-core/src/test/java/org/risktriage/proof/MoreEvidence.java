package org.risktriage.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/** A change to a request that adds to what is known or asked for, and so must never lower anything. */
public enum MoreEvidence {
    /** A yes in place of a no or of an unknown. */
    YES {
        @Override
        @Nullable
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            List<String> others = Requests.questions(request, answer -> !answer.equals("yes"));
            return others.isEmpty() ? null : Requests.answered(request, others.get(dice.nextInt(others.size())), "yes");
        }
    },
    /** An incident with a date, by whom, in which direction. */
    INCIDENT {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            Map<String, Object> incident = new LinkedHashMap<>();
            incident.put("on", someDay(request, dice));
            incident.put("kind", "other");
            incident.put("direction", dice.nextBoolean() ? "same" : "reversed");
            return Requests.oneMore(request, "incidents", bySomebody(request, incident, dice));
        }
    },
    /** A referral to the meeting. */
    REFERRAL {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            Map<String, Object> referral = new LinkedHashMap<>();
            referral.put("referredOn", someDay(request, dice));
            return Requests.oneMore(request, "maracs", bySomebody(request, referral, dice));
        }
    },
    /** A practitioner's judgement of high risk. */
    JUDGEMENT {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            return Requests.with(request, "judgement", Map.of("highRisk", true, "rationale", "Made-up reasons."));
        }
    },
    /** A no in place of an unknown. */
    NO_FOR_UNKNOWN {
        @Override
        @Nullable
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            List<String> unknown = Requests.questions(request, Requests::isUnknown);
            return unknown.isEmpty()
                    ? null
                    : Requests.answered(request, unknown.get(dice.nextInt(unknown.size())), "no");
        }
    },
    /** An incident without a date. */
    UNDATED_INCIDENT {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            return Requests.oneMore(request, "incidents", Map.of("kind", "contact"));
        }
    },
    /** A level that somebody asks for. */
    REQUESTED_LEVEL {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            return Requests.with(
                    request,
                    "requestedLevel",
                    List.of("standard", "medium", "high").get(dice.nextInt(3)));
        }
    },
    /** An earlier assessment, whatever it found. */
    PREVIOUS {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            Map<String, Object> earlier = new LinkedHashMap<>();
            earlier.put("assessedOn", someDay(request, dice));
            earlier.put("level", List.of("standard", "medium", "high").get(dice.nextInt(3)));
            if (dice.nextBoolean()) {
                earlier.put("yes", dice.nextInt(25));
            } else {
                List<String> states = List.of("yes", "no", "dont-know", "declined", "not-asked");
                Map<String, String> answers = new LinkedHashMap<>();
                for (int i = 1; i <= 24; i++) {
                    answers.put("q" + i, states.get(dice.nextInt(states.size())));
                }
                earlier.put("answers", answers);
            }
            return Requests.oneMore(request, "previous", earlier);
        }
    },
    /** Circumstances beside those that are given, whatever they are: under some areas' rules they decide. */
    CIRCUMSTANCES {
        @Override
        Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> request, SplittableRandom dice) {
            Map<Object, @Nullable Object> circumstances = new LinkedHashMap<>();
            for (String name : List.of("seenAlone", "consentToReferral", "worsening", "honourBasedAbuse")) {
                circumstances.put(name, dice.nextBoolean());
            }
            if (request.get("circumstances") instanceof Map<?, ?> given) {
                circumstances.putAll(given);
            }
            return Requests.with(request, "circumstances", circumstances);
        }
    };

    private static final int DAYS_BACK = 800;
    private static final int ALWAYS = 4;

    /** What a request gets that is one of a row: all of the first four, and one of the others in turn. */
    public static List<MoreEvidence> most(int number) {
        List<MoreEvidence> all = List.of(values());
        List<MoreEvidence> changes = new ArrayList<>(all.subList(0, ALWAYS));
        changes.add(all.get(ALWAYS + number % (all.size() - ALWAYS)));
        return changes;
    }

    /** What a request gets that is one of a long row: one change in turn. */
    public static List<MoreEvidence> oneInTurn(int number) {
        List<MoreEvidence> all = List.of(values());
        return List.of(all.get(number % all.size()));
    }

    /**
     * The request with more evidence.
     *
     * @param request the request, left as it is
     * @param dice what decides where there is a choice
     * @return the new request; null where there is nothing to add
     */
    abstract @Nullable Map<String, @Nullable Object> addTo(
            Map<String, @Nullable Object> request, SplittableRandom dice);

    /**
     * Adds to a request, one thing at a time.
     *
     * @param changes what is added
     * @param request the request
     * @param before what is decided on it
     * @param dice what decides where there is a choice
     * @param decide how to decide
     * @return each change that lowers something, in words; empty if all is well
     */
    public static List<String> lowering(
            List<MoreEvidence> changes,
            Map<String, @Nullable Object> request,
            Decision before,
            SplittableRandom dice,
            Function<Map<String, @Nullable Object>, Decision> decide) {
        List<String> lowering = new ArrayList<>(0);
        for (MoreEvidence change : changes) {
            Map<String, @Nullable Object> changed = change.addTo(request, dice);
            if (changed != null && change.lowers(before, decide.apply(changed))) {
                lowering.add(change + "\nbefore " + request + "\nafter  " + changed);
            }
        }
        return lowering;
    }

    /**
     * Whether anything that was found before is found no longer, or found lower. What could still come may become less
     * only where an unknown is answered with no.
     */
    boolean lowers(Decision before, Decision after) {
        boolean lower = isBelow(after.level().value(), before.level().value())
                || isBelow(after.level().atLeast(), before.level().atLeast())
                || (before.marac().refer() && !after.marac().refer())
                || (before.marac().status() == CriterionStatus.MET
                        && after.marac().status() != CriterionStatus.MET)
                || (this != NO_FOR_UNKNOWN
                        && isBelow(after.level().atMost(), before.level().atMost()));
        for (int i = 0; i < before.marac().criteria().size(); i++) {
            CriterionStatus one = before.marac().criteria().get(i).status();
            CriterionStatus other = after.marac().criteria().get(i).status();
            lower |= other.compareTo(one) > 0 && (one == CriterionStatus.MET || this != NO_FOR_UNKNOWN);
        }
        return lower;
    }

    private static boolean isBelow(@Nullable Level one, @Nullable Level other) {
        return other != null && (one == null || one.compareTo(other) < 0);
    }

    private static String someDay(Map<String, @Nullable Object> request, SplittableRandom dice) {
        return Requests.day(request).minusDays(dice.nextInt(DAYS_BACK)).toString();
    }

    /** Sometimes names one of the perpetrators listed. */
    private static Map<String, Object> bySomebody(
            Map<String, @Nullable Object> request, Map<String, Object> entry, SplittableRandom dice) {
        List<Map<?, ?>> listed = Requests.entries(request, "perpetrators");
        Object ref = listed.isEmpty()
                ? null
                : listed.get(dice.nextInt(listed.size())).get("ref");
        if (ref != null && dice.nextBoolean()) {
            entry.put("perpetrator", ref);
        }
        return entry;
    }
}

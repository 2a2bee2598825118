package org.risktriage.service.rules;

import io.dropwizard.lifecycle.Managed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.settings.Purpose;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Candidate;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulesFaultException;

/**
 * A pack that is tried beside the rules in force, and decides nothing: counts how often it would have decided otherwise. Nothing
 * of a case is kept, and what goes wrong here reaches no reply. Safe for use by many threads.
 */
public final class Shadow implements Managed {
    private static final int MOST_WAITING = 1_000;

    /** What came of trying one. */
    public enum Outcome {
        /** The same level and criteria. */
        SAME,
        /** A higher level, or a referral where there was none. */
        HIGHER,
        /** A lower level, or no referral where there was one. */
        LOWER,
        /** Another criterion, and neither a level nor the referral changes. */
        OTHER,
        /** The pack does not take such an assessment. */
        REFUSED,
        /** It could not be evaluated. */
        FAILED,
        /** There was no time to try it. */
        DROPPED;

        /**
         * The word for it among the counts.
         *
         * @return the word, in lower case
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Candidate candidate;
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);
    private final ThreadPoolExecutor beside =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "shadow");
                thread.setDaemon(true);
                return thread;
            });

    private Shadow(Candidate candidate) {
        this.candidate = candidate;
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /**
     * Loads the pack to try.
     *
     * @param settings where it is
     * @param purpose what the installation is for
     * @param rules the rules in force
     * @return the pack, ready to be tried
     * @throws RulesFaultException if anything is wrong with it, or there is not exactly one
     */
    public static Shadow load(RulePacksSettings settings, Purpose purpose, RulesInForce rules) {
        var with = settings.loadWithShadow(purpose);
        Set<PackId> known = Set.copyOf(rules.triage().rulePacks());
        List<PackId> more =
                with.rulePacks().stream().filter(pack -> !known.contains(pack)).toList();
        if (more.size() != 1) {
            throw new RulesFaultException(
                    "The folder of the pack to try has to hold one version of one pack, and none that is in use.");
        }
        return new Shadow(with.candidate(more.get(0).id(), more.get(0).version()));
    }

    /**
     * Which pack is tried.
     *
     * @return its name, as {@code id@version}
     */
    public String pack() {
        return candidate.pack().id() + "@" + candidate.pack().version();
    }

    /**
     * How often something came of it.
     *
     * @param outcome what came
     * @return the number since the start
     */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, new LongAdder()).sum();
    }

    /**
     * Has the pack decide what was decided, in a while.
     *
     * @param assessment the assessment
     * @param decision what was decided
     */
    public void consider(Assessment assessment, Decision decision) {
        if (!decision.rules().pack().id().equals(candidate.pack().id())) {
            return;
        }
        try {
            beside.execute(() -> add(outcome(assessment, decision)));
        } catch (RejectedExecutionException e) {
            add(Outcome.DROPPED);
        }
    }

    private void add(Outcome outcome) {
        counts.getOrDefault(outcome, new LongAdder()).increment();
    }

    private Outcome outcome(Assessment assessment, Decision decision) {
        try {
            return compared(decision, candidate.assess(assessment));
        } catch (InvalidAssessmentException e) {
            return Outcome.REFUSED;
        } catch (RuntimeException | LinkageError e) {
            return Outcome.FAILED;
        }
    }

    private static Outcome compared(Decision now, Decision then) {
        int level = compared(then.level().value(), now.level().value());
        if (level < 0 || (now.marac().refer() && !then.marac().refer())) {
            return Outcome.LOWER;
        }
        if (level > 0 || then.marac().refer() != now.marac().refer()) {
            return Outcome.HIGHER;
        }
        return met(now).equals(met(then)) ? Outcome.SAME : Outcome.OTHER;
    }

    private static int compared(@Nullable Level one, @Nullable Level other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        return one.compareTo(other);
    }

    private static Set<String> met(Decision decision) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .map(Decision.Criterion::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void stop() {
        beside.shutdownNow();
    }
}

package org.risktriage.triage.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.desk.ImpactRun.Fault;
import org.risktriage.triage.desk.ImpactRun.MovedDown;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.reading.AssessmentChecks;

/**
 * Decides each case of a caseload under both versions, with a thread for each processor, and holds no more than a few blocks of
 * cases at a time. What is kept is in the order of the caseload, whatever thread was first.
 */
final class Scoring {
    private static final int BLOCK = 512;
    private static final int BLOCKS_AHEAD = 4;

    private final Stretch stretch;
    private final List<String> criteria;
    private final Policy beforePolicy;
    private final Policy afterPolicy;
    private final Decider decider = new Decider("desk");
    private final Map<Outcome, Long> tally = new LinkedHashMap<>();
    private final List<MovedDown> down = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long scored;
    private long refused;

    /** What came of a block of cases. */
    private static final class Block {
        private final Map<Outcome, Long> tally = new HashMap<>();
        private final List<MovedDown> down = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private long scored;
        private long refused;
    }

    Scoring(Stretch stretch, LocalDate day, List<String> criteria) {
        this.stretch = stretch;
        this.criteria = criteria;
        this.beforePolicy = stretch.before().parameters().on(day);
        this.afterPolicy = stretch.after().parameters().on(day);
        if (criteria.size() > Outcome.MOST_CRITERIA) {
            throw new IllegalArgumentException("At most " + Outcome.MOST_CRITERIA + " criteria can be compared.");
        }
    }

    void run(Caseload caseload, LongConsumer watch) throws IOException {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ArrayDeque<Future<Block>> ahead = new ArrayDeque<>();
        try {
            List<Caseload.Entry> block = block(caseload);
            while (!block.isEmpty() || !ahead.isEmpty()) {
                if (!block.isEmpty()) {
                    List<Caseload.Entry> cases = block;
                    ahead.add(pool.submit(() -> score(cases)));
                    block = block(caseload);
                }
                if (block.isEmpty() || ahead.size() >= threads * BLOCKS_AHEAD) {
                    keep(ahead.remove().get(), watch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RulesFaultException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Caseload.Entry> block(Caseload caseload) throws IOException {
        List<Caseload.Entry> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK) {
            Caseload.Entry next = caseload.next();
            if (next == null) {
                break;
            }
            block.add(next);
        }
        return block;
    }

    private Block score(List<Caseload.Entry> cases) {
        Block block = new Block();
        for (Caseload.Entry entry : cases) {
            List<Problem> problems = new ArrayList<>(0);
            Assessment assessment = entry.read(problems);
            if (assessment != null && problems.isEmpty()) {
                String refusal = stretch.before().refusal();
                AssessmentChecks.check(
                        assessment,
                        stretch.before().instrument(),
                        refusal == null ? stretch.after().refusal() : refusal,
                        problems);
            }
            if (assessment == null || !problems.isEmpty()) {
                refuse(entry, problems, block);
            } else {
                score(entry, assessment, block);
            }
        }
        return block;
    }

    private static void refuse(Caseload.Entry entry, List<Problem> problems, Block block) {
        block.refused++;
        for (Problem problem : problems) {
            String at = problem.pointer().startsWith("/answers/")
                    ? problem.pointer().substring("/answers/".length())
                    : problem.pointer();
            block.faults.add(new Fault(entry.line(), at, problem.message()));
        }
    }

    private void score(Caseload.Entry entry, Assessment assessment, Block block) {
        Outcome outcome = Outcome.of(
                decider.brief(assessment, stretch.before(), beforePolicy),
                decider.brief(assessment, stretch.after(), afterPolicy),
                criteria);
        block.scored++;
        block.tally.merge(outcome, 1L, Long::sum);
        if (outcome.isDown() && block.down.size() < ImpactRun.MOST_KEPT) {
            block.down.add(new MovedDown(
                    entry.line(),
                    ref(assessment),
                    Outcome.LEVELS.get(outcome.before()),
                    Outcome.LEVELS.get(outcome.after()),
                    lost(outcome)));
        }
    }

    private static @Nullable String ref(Assessment assessment) {
        Assessment.References references = assessment.references();
        return references == null ? null : references.caseRef();
    }

    private List<String> lost(Outcome outcome) {
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            if (outcome.metBefore(i) && !outcome.metAfter(i)) {
                lost.add(criteria.get(i));
            }
        }
        if (outcome.referredBefore() && !outcome.referredAfter()) {
            lost.add("referral");
        }
        return lost;
    }

    private void keep(Block block, LongConsumer watch) {
        block.tally.forEach((outcome, many) -> tally.merge(outcome, many, Long::sum));
        keep(block.down, down);
        keep(block.faults, faults);
        scored += block.scored;
        refused += block.refused;
        watch.accept(block.scored + block.refused);
    }

    private static <T> void keep(List<T> found, List<T> kept) {
        kept.addAll(found.subList(0, Math.min(found.size(), ImpactRun.MOST_KEPT - kept.size())));
    }

    Map<Outcome, Long> tally() {
        return tally;
    }

    List<MovedDown> down() {
        return List.copyOf(down);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    long scored() {
        return scored;
    }

    long refused() {
        return refused;
    }
}

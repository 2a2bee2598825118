package org.risktriage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.risktriage.reference.ReferencePrompts;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.PackShelf;

/**
 * Every yes/no checklist there is, 2^24 of them: the engine against the independent reference in level, score, criteria and
 * prompts; then every single step from no to yes: nothing ever goes down.
 */
@Tag("exhaustive")
class EveryChecklistProof {
    private static final int ITEMS = 24;
    private static final int CHECKLISTS = 1 << ITEMS;
    private static final int BLOCK = 1 << 14;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int MOST_SHOWN = 20;

    private final RiskTriage triage = RiskTriage.bundled();
    private final byte[] levels = new byte[CHECKLISTS];
    private final byte[] criteria = new byte[CHECKLISTS];
    private final int[] prompts = new int[CHECKLISTS];
    private final ConcurrentLinkedQueue<String> differences = new ConcurrentLinkedQueue<>();
    private final LongAdder differing = new LongAdder();
    private int kinds;

    @Test
    void the_engine_is_right_on_every_checklist_and_no_yes_ever_lowers_anything() throws NoSuchAlgorithmException {
        long start = System.nanoTime();
        try (Progress progress = new Progress("checklists", CHECKLISTS)) {
            IntStream.range(0, CHECKLISTS / BLOCK).parallel().forEach(block -> {
                for (int checklist = block * BLOCK; checklist < (block + 1) * BLOCK; checklist++) {
                    compare(checklist);
                }
                progress.step(BLOCK);
            });
        }
        long steps = everyStepUpwards();
        itemsThatNoRouteNamesAreAlike();
        System.out.printf(
                Locale.ROOT,
                "EXHAUSTIVE checked %,d checklists and %,d steps from no to yes; %d kinds of checklist; differences %d;"
                        + " %d s; outcomes sha256 %s%n",
                CHECKLISTS,
                steps,
                kinds,
                differing.sum(),
                (System.nanoTime() - start) / 1_000_000_000L,
                digest());

        assertThat(differences).isEmpty();
        assertThat(steps).isEqualTo((long) ITEMS * CHECKLISTS / 2);
    }

    private void compare(int checklist) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        Assessment.Builder builder =
                Assessment.builder().assessedOn(DAY).incidents(List.of()).maracs(List.of());
        for (int i = 0; i < ITEMS; i++) {
            boolean yes = (checklist >> i & 1) == 1;
            String item = "q" + (i + 1);
            answers.put(item, yes ? "yes" : "no");
            builder.answer(item, yes ? Answer.YES : Answer.NO);
        }
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("assessedOn", DAY.toString());
        request.put("answers", answers);
        request.put("incidents", List.of());
        request.put("maracs", List.of());
        List<String> expectedPrompts = ReferencePrompts.of(answers);
        Decision actual = triage.assess(builder.build());
        List<String> actualPrompts =
                actual.prompts().stream().map(Decision.Prompt::id).sorted().toList();
        String difference = AgainstReference.difference(request, actual);
        if (difference != null || !expectedPrompts.equals(actualPrompts)) {
            differ("checklist " + Integer.toBinaryString(checklist) + ": prompts of the reference " + expectedPrompts
                    + ", of the engine " + actualPrompts + " " + difference);
        }
        record(checklist, actual, actualPrompts);
    }

    private void record(int checklist, Decision actual, List<String> stated) {
        levels[checklist] = (byte)
                (actual.level().value() == null
                        ? -1
                        : List.of(Level.values()).indexOf(actual.level().value()));
        List<Decision.Criterion> found = actual.marac().criteria();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).status() == CriterionStatus.MET) {
                criteria[checklist] |= (byte) (1 << i);
            }
        }
        for (String prompt : stated) {
            prompts[checklist] |= 1 << PROMPTS.indexOf(prompt);
        }
    }

    private static final List<String> PROMPTS = allPrompts();

    private static List<String> allPrompts() {
        Map<String, @Nullable Object> everything = new LinkedHashMap<>();
        for (int i = 1; i <= ITEMS; i++) {
            everything.put("q" + i, "yes");
        }
        return new ArrayList<>(ReferencePrompts.of(everything));
    }

    /** Compares each checklist with the same and one more yes: 24 x 2^23 steps. */
    private long everyStepUpwards() {
        LongAdder steps = new LongAdder();
        IntStream.range(0, CHECKLISTS / BLOCK).parallel().forEach(block -> {
            for (int lower = block * BLOCK; lower < (block + 1) * BLOCK; lower++) {
                for (int i = 0; i < ITEMS; i++) {
                    int higher = lower | 1 << i;
                    if (higher != lower) {
                        steps.increment();
                        boolean falls = levels[higher] < levels[lower]
                                || (criteria[lower] & ~criteria[higher]) != 0
                                || (prompts[lower] & ~prompts[higher]) != 0;
                        if (falls) {
                            differ("a yes to q" + (i + 1) + " lowers checklist " + Integer.toBinaryString(lower));
                        }
                    }
                }
            }
        });
        return steps.sum();
    }

    /**
     * That level and criteria depend only on how many answers are yes, and on which of the items that deciding rules name
     * are: what {@link EveryWayOfAnswering} takes for granted.
     */
    private void itemsThatNoRouteNamesAreAlike() {
        int named = 0;
        for (String item : PackShelf.bundled().latest(null).rules().itemsNamedByRoutes()) {
            named |= 1 << (Integer.parseInt(item.substring(1)) - 1);
        }
        Map<Long, Integer> seen = new HashMap<>();
        for (int checklist = 0; checklist < CHECKLISTS; checklist++) {
            int outcome = (levels[checklist] << Byte.SIZE) | criteria[checklist];
            long kind = ((long) (checklist & named) << Byte.SIZE) | Integer.bitCount(checklist & ~named);
            Integer before = seen.putIfAbsent(kind, outcome);
            if (before != null && before != outcome) {
                differ("checklist " + Integer.toBinaryString(checklist) + " is not like others of its count");
            }
        }
        kinds = seen.size();
    }

    private void differ(String difference) {
        differing.increment();
        if (differences.size() < MOST_SHOWN) {
            differences.add(difference);
        }
    }

    private String digest() throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteBuffer buffer = ByteBuffer.allocate(6 * BLOCK);
        for (int i = 0; i < CHECKLISTS; i++) {
            buffer.put(levels[i]).put(criteria[i]).putInt(prompts[i]);
            if (!buffer.hasRemaining()) {
                sha.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}

package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;

/** More evidence never lowers anything, proved for every version of every bundled pack. The size is the test's name. */
class BundledPackProofTest {
    @TestFactory
    Stream<DynamicTest> more_evidence_never_lowers_anything() {
        PackShelf shelf = PackShelf.bundled();
        return shelf.all().stream().map(LoadedPack::identity).distinct().map(pack -> {
            Proof proof = MonotonicityProof.of(shelf.version(pack.id(), pack.version()), decided -> {});
            String size = String.format(
                    Locale.ROOT,
                    "%s %s: %,d kinds of evidence, %,d steps",
                    pack.id(),
                    pack.version(),
                    proof.states(),
                    proof.steps());
            return dynamicTest(size, () -> {
                assertThat(proof.unproved()).isEmpty();
                assertThat(proof.refuted()).isEmpty();
                assertThat(proof.unstated()).isEmpty();
                assertThat(proof.overlapping()).isEmpty();
                // There is something to prove: at least that a judgement never lowers.
                assertThat(proof.states()).isGreaterThan(1);
                assertThat(proof.steps()).isPositive();
            });
        });
    }
}

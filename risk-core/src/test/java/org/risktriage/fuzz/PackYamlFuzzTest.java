package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.pack.ContentInMemory;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.rules.Sentence;

/** Any text in place of a pack's YAML files gives a whole result or faults; nothing else, and soon. */
class PackYamlFuzzTest {
    private static final String INSTRUMENT = Bundled.INSTRUMENT_FOLDER + "instrument.yaml";
    private static final String ITEMS = Bundled.INSTRUMENT_FOLDER + "items.csv";
    private static final String CASES = Bundled.PACK_FOLDER + "cases/made-up.yaml";

    static Stream<byte[]> bundled() {
        return Bundled.files(".yaml");
    }

    @DictionaryFile(resourcePath = "yaml.dict")
    @MethodSource("bundled")
    @FuzzTest
    void any_text_in_place_of_yaml(byte[] input) {
        String text = Sentinel.text(input);
        OneSecond.isEnoughFor(() -> manifest(text));
        // Any other text lacks what is required, as above.
        if (text.contains("items")) {
            OneSecond.isEnoughFor(() -> instrument(text));
        }
        if (text.contains("given")) {
            OneSecond.isEnoughFor(() -> cases(text));
        }
    }

    private static void manifest(String text) {
        PackFaults faults = new PackFaults();
        Manifest manifest = Manifest.read("pack.yaml", text, faults);
        Sentinel.assertNotIn(faults.found());
        assertThat(manifest == null).isNotEqualTo(faults.found().isEmpty());
        if (manifest != null) {
            String chosen = manifest.chosen();
            if (chosen != null) {
                assertThat(Sentence.of(chosen).with(List.of("1.0.0", "2026-11-21")))
                        .contains("1.0.0", "2026-11-21");
            }
        }
    }

    private static void instrument(String text) {
        try {
            assertThat(InstrumentReader.read(
                                    ContentInMemory.of(Map.of(INSTRUMENT, text, ITEMS, Bundled.text(ITEMS))),
                                    Bundled.INSTRUMENT)
                            .items())
                    .hasSize(24);
        } catch (RulesFaultException e) {
            Sentinel.assertNotIn(e);
        }
    }

    private static void cases(String text) {
        List<WorkedCase> cases;
        try {
            cases = WorkedCases.of(Bundled.pack(), ContentInMemory.of(Map.of(CASES, text)));
        } catch (RulesFaultException e) {
            Sentinel.assertNotIn(e);
            return;
        }
        CaseRunner runner = new CaseRunner(List.of(Bundled.pack()), new Decider("made-up"));
        // What came differently is for the author of the case, and says what was expected.
        cases.stream()
                .limit(1)
                .forEach(worked -> assertThat(runner.run(worked).differences()).isNotNull());
    }
}

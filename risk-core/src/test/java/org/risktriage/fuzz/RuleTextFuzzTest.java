package org.risktriage.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.internal.authoring.RuleTexts;

/** Any text in place of a rule file gives rules that passed or faults; nothing else, and soon. None of it is compiled. */
class RuleTextFuzzTest {

    static Stream<byte[]> bundled() {
        return Bundled.files(".drl");
    }

    @DictionaryFile(resourcePath = "rules.dict")
    @MethodSource("bundled")
    @FuzzTest
    void any_text_in_place_of_rules(byte[] input) {
        String text = Sentinel.text(input);
        OneSecond.isEnoughFor(
                () -> Sentinel.assertNotIn(RuleTexts.check(text, Bundled.pack()).faults()));
    }
}

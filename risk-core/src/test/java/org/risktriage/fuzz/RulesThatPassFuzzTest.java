package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.internal.authoring.RuleTexts;
import org.risktriage.triage.internal.authoring.RuleTexts.Rewritten;
import org.risktriage.triage.internal.rules.RuleModels;

/**
 * Looks for a rule file that passes the rule profile and runs anything. What would be compiled of a file that passes may
 * hold only the words of {@link KnownWords}, which know nothing of the profile; and each that has a form not seen before is
 * compiled and loaded, with the fuzzer's own alarms set, and must leave the marker of the attack corpus alone.
 */
class RulesThatPassFuzzTest {
    private static final String MARKER = "risk.triage.marker";
    private static final Path ATTACKS = Path.of("src/test/resources/org/risktriage/triage/desk/attacks/rules");
    /** Compiling takes long: once for each form, and for so many forms. */
    private static final int MOST_COMPILED = 300;

    private static final Set<String> COMPILED = new HashSet<>();

    static Stream<byte[]> seeds() throws IOException {
        Stream<byte[]> attacks;
        try (Stream<Path> files = Files.list(ATTACKS)) {
            attacks = files.sorted().map(RulesThatPassFuzzTest::bytes).toList().stream();
        }
        return Stream.concat(Bundled.files(".drl"), attacks);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DictionaryFile(resourcePath = "rules.dict")
    @MethodSource("seeds")
    @FuzzTest
    void nothing_that_passes_runs_anything(byte[] input) {
        String text = Sentinel.text(input);
        Rewritten passed = RuleTexts.rewritten(text, Bundled.pack());
        passed.conditions().forEach(KnownWords::assertOnlyInConditions);
        passed.consequences().forEach(KnownWords::assertOnlyInStatements);
        passed.sentences().forEach(KnownWords::assertStaysInQuotationMarks);
        if (isNew(passed)) {
            RuleModels.load(RuleTexts.compile(text, Bundled.pack()), "made-up", "1.0.0", "0");
        }
        assertThat(System.getProperty(MARKER)).isNull();
    }

    /** Whether its form was not compiled before: words between quotation marks and numbers make no other form. */
    private static boolean isNew(Rewritten passed) {
        List<String> forms = Stream.concat(passed.conditions().stream(), passed.consequences().stream())
                .map(piece -> piece.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("\\d+", "0"))
                .toList();
        return !forms.isEmpty() && COMPILED.size() < MOST_COMPILED && COMPILED.add(String.join("\n", forms));
    }
}

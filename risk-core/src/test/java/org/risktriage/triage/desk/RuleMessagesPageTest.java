package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of messages is made from the codes; {@code -Dexamples.update=true} writes it anew. */
class RuleMessagesPageTest {
    private static final Path PAGE = Path.of("..").resolve(MessageCode.PAGE);
    private static final String BEGINNING = """
            # Messages of `rules check`

            Each finding has a code that keeps its meaning. This page is made from the codes in `MessageCode`.

            | code | where |
            |---|---|
            | R0 | files |
            | R1 | `pack.yaml` and cases, as YAML |
            | R2 | the pack among others |
            | R3 | `parameters.csv` |
            | R4 | `rules/*.drl` |
            | R5 | `cases/*.yaml` |
            | R6 | what a scaffold leaves to fill in |
            | R7 | what `rules lint` advises |
            | R8 | what `rules prove` shows |
            """;

    @Test
    void the_page_says_what_the_codes_say() throws IOException {
        StringBuilder page = new StringBuilder(BEGINNING);
        for (MessageCode code : MessageCode.all()) {
            page.append("\n## ")
                    .append(code)
                    .append("\n\n**")
                    .append(code.title())
                    .append(".** ")
                    .append(code.remedy())
                    .append('\n');
        }
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    @Test
    void every_code_has_a_title_and_a_remedy_of_its_own() {
        assertThat(MessageCode.all())
                .extracting(MessageCode::title)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(MessageCode.all()).extracting(MessageCode::remedy).doesNotContain("");
    }
}

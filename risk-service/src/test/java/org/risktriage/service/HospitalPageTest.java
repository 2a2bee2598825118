package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page for hospital systems shows a request that is answered as its table says. */
@ExtendWith(DropwizardExtensionsSupport.class)
class HospitalPageTest {
    private static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();
    private static final Path PAGE = Path.of("../docs/how-to/hospital-systems.md");
    private static final String EXAMPLE = "emergency-department";

    @Test
    void the_request_of_the_page_is_the_example() throws IOException {
        Matcher shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        assertThat(Reply.parse(shown.group(1))).isEqualTo(Reply.parse(ExampleFiles.request(EXAMPLE)));
    }

    @Test
    void the_reply_holds_what_the_table_says_at_each_place() throws IOException {
        JsonNode reply = new Caller(SERVICE.getLocalPort())
                .post(ExampleFiles.request(EXAMPLE))
                .json();
        Matcher rows = Pattern.compile("^\\| `(/[^`]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE));
        int count = 0;
        while (rows.find()) {
            count++;
            assertThat(reply.at(rows.group(1)).toString()).as(rows.group(1)).isEqualTo(rows.group(2));
        }
        assertThat(count).isGreaterThan(6);
    }
}

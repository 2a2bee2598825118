package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.ledger.kept.StoredText;

class StoredTextTest {
    private static final String BACKSLASH = "\\";

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "leicester-city", "\u00e9 \u4e2d \ud83d\ude00", "DOMAIN\\user{1}", "{0}\\"})
    void any_other_text_stands_as_it_is(String text) {
        assertThat(StoredText.of(text)).isEqualTo(text);
        assertThat(StoredText.read(text)).isEqualTo(text);
    }

    @Test
    void what_a_database_does_not_take_is_written_as_its_number() {
        assertThat(StoredText.of("a\u0000b\ud83d")).isEqualTo("a" + BACKSLASH + "u{0}b" + BACKSLASH + "u{d83d}");
        assertThat(StoredText.of(BACKSLASH + "u{0}")).isEqualTo(BACKSLASH + "u{5c}u{0}");
    }

    @Test
    void no_two_texts_are_stored_alike_and_each_is_read_as_it_was() {
        String[] pieces = {BACKSLASH, "u", "{", "}", "0", "5c", "\u0000", "\n", "\ud83d", "\ude00", "\u009f"};
        Random random = new Random(11);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length >= 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String stored = StoredText.of(text.toString());
            assertThat(StoredText.read(stored)).isEqualTo(text.toString());
            assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(stored)
                    .doesNotContain("\u0000");
            assertThat(texts.merge(stored, text.toString(), (old, now) -> old)).isEqualTo(text.toString());
        }
    }
}

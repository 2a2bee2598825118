package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulesFaultException;

/** A broken instrument is refused, and the message says where it is broken. */
class InstrumentReaderTest {
    private static final String FOLDER = "instruments/made-up/one/";
    private static final String ABOUT = """
            id: made-up
            edition: one
            title: Made up
            answers: [yes, no, dont-know, declined, not-asked]
            scores: [yes]
            items: 2
            sources:
              - {id: own, title: Own words, confidence: I}
            licence: None needed.
            """;
    private static final String ITEMS = """
            id,label,prompt,details,why,topic_confidence,why_confidence,source
            q1,First,Is it?,one two,Because.,B,K,own
            q2,Second,Is it?,,Because.,A,I,own
            """;

    @Test
    void an_instrument_is_read_as_it_is_written() {
        Instrument read = read(ABOUT, ITEMS);

        assertThat(read.id() + " " + read.edition() + " " + read.title() + " " + read.licence())
                .isEqualTo("made-up one Made up None needed.");
        assertThat(read.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.id()).isEqualTo("own"));
        assertThat(read.items())
                .containsExactly(
                        new Instrument.Item(
                                "q1",
                                "First",
                                "Is it?",
                                List.of("one", "two"),
                                "Because.",
                                Confidence.COPY,
                                Confidence.KNOWLEDGE,
                                "own"),
                        new Instrument.Item(
                                "q2",
                                "Second",
                                "Is it?",
                                List.of(),
                                "Because.",
                                Confidence.OWNER,
                                Confidence.CHOICE,
                                "own"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: made-up|id: another|/id: id and edition have to be the names of the folders.",
                "edition: one|edition: two|/id: id and edition have to be the names of the folders.",
                "declined, not-asked]|declined]|/answers: Items take yes and no, of which yes scores, or none",
                "scores: [yes]|scores: [yes, no]|/answers: Items take yes and no, of which yes scores, or none",
                "items: 2|items: -1|/items: A whole number from 0 to",
                "title: Made up|titel: Made up|/title: title is required.",
                "title: Made up|titel: Made up|/titel: There is no such field.",
                "id: made-up|id: [|instrument.yaml",
            })
    void a_fault_of_the_instrument_is_named(String words, String others, String fault) {
        assertThatThrownBy(() -> read(ABOUT.replace(words, others), ITEMS))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The instrument made-up is refused.")
                .hasMessageContaining(FOLDER + "instrument.yaml")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "q2,Second|q3,Second|, row 3, column id: Items are one letter of the instrument's own with 1, 2",
                "A,I,own|A,I,other|, row 3, column source: The id of a source in instrument.yaml",
                "A,I,own|X,I,own|, row 3: Both confidence marks",
                "A,I,own|A,X,own|, row 3: Both confidence marks",
                "q2,Second,Is it?,,Because.,A,I,own||: 2 items are declared; there are 1.",
            })
    void a_fault_of_an_item_is_named(String words, String others, String fault) {
        assertThatThrownBy(() -> read(ABOUT, ITEMS.replace(words, others == null ? "" : others)))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining(FOLDER + "items.csv" + fault);
    }

    private static Instrument read(String about, String items) {
        return InstrumentReader.read(
                ContentInMemory.of(Map.of(FOLDER + "instrument.yaml", about, FOLDER + "items.csv", items)),
                new InstrumentId("made-up", "one"));
    }
}

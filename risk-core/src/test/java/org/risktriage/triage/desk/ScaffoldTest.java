package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackReader;

/** A new pack passes the check but for its blanks, and once they are filled in its cases hold. */
class ScaffoldTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    /** Every pack that an area can be begun from: those that score an instrument, and every area. */
    static List<String> packs() {
        return PackReader.read(List.of(Content.bundled())).packs().stream()
                .filter(pack -> !pack.isCommon() && pack.inForceOn(DAY))
                .map(pack -> pack.identity().id())
                .distinct()
                .toList();
    }

    private Path write(String from, String blank) throws IOException {
        for (Map.Entry<String, String> file :
                Scaffold.of("northvale", from, DAY).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace("FILL IN", blank));
        }
        return folder;
    }

    @ParameterizedTest
    @MethodSource("packs")
    void only_the_blanks_are_named(String from) throws IOException {
        assertThat(PackCheck.folder(write(from, "FILL IN")).findings())
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(Finding::code)
                .containsOnly(MessageCode.R601);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void with_its_blanks_filled_in_nothing_is_wrong_and_every_case_holds(String from) throws IOException {
        Path packs = write(from, "Northvale");

        assertThat(PackCheck.folder(packs).findings()).isEmpty();
        assertThat(PackTrial.folder(packs, PackTrial.Also.NOTHING).packs())
                .singleElement()
                .satisfies(pack -> {
                    assertThat(pack.cases()).isGreaterThanOrEqualTo(2);
                    assertThat(pack.failures()).isEmpty();
                });
    }

    @Test
    void the_values_of_another_area_are_taken_over() {
        assertThat(Scaffold.of("northvale", "plymouth", DAY).get("northvale/1.0.0/parameters.csv"))
                .contains("level.medium-from,10,2026-11-22,,northvale-protocol,A,\"FILL IN why");
    }

    @Test
    void an_id_of_another_form_and_one_that_is_taken_are_refused() {
        assertThatThrownBy(() -> Scaffold.of("../up", "england-wales", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The id of an area is");
        assertThatThrownBy(() -> Scaffold.of("leeds", "england-wales", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
    }

    @Test
    void only_a_pack_that_scores_an_instrument_on_the_day_can_be_begun_from() {
        assertThatThrownBy(() -> Scaffold.of("northvale", "common-duties", DAY))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessageContaining("england-wales");
        assertThatThrownBy(() -> Scaffold.of("northvale", "england-wales", LocalDate.of(1990, 1, 1)))
                .isInstanceOf(UnknownRulesException.class);
    }
}

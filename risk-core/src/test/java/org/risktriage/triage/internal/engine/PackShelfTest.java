package org.risktriage.triage.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.Manifest;

/** Which version of which pack applies, where there are several. */
class PackShelfTest {
    private static LoadedPack bundled;
    private PackShelf shelf;

    @BeforeAll
    static void load_the_rules() {
        bundled = PackShelf.bundled().latest(null);
    }

    @BeforeEach
    void put_the_packs_on_a_shelf() {
        shelf = shelf(
                pack("home", "1.10.0", "base", "2026-07-01", null),
                pack("town", "1.0.0", "area", "2026-01-01", "2026-03-31"),
                pack("home", "1.9.0", "base", "2026-01-01", null),
                pack("town", "1.1.0", "area", "2026-06-01", null));
    }

    @Test
    void packs_stand_by_id_and_then_by_version_as_numbers() {
        assertThat(shelf.all())
                .map(PackShelfTest::name)
                .containsExactly("home@1.9.0", "home@1.10.0", "town@1.0.0", "town@1.1.0");
        assertThat(shelf.areas()).containsExactly("home", "town");
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-01-01, home@1.9.0",
        ", 2026-06-30, home@1.9.0",
        ", 2026-07-01, home@1.10.0",
        "home, 2026-07-01, home@1.10.0",
        "town, 2026-03-31, town@1.0.0",
        "town, 2026-06-01, town@1.1.0",
    })
    void the_latest_version_that_is_in_force_on_the_day_applies(@Nullable String area, LocalDate day, String name) {
        assertThat(name(shelf.inForce(area, day))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({", 2025-12-31, 2026-01-01", "town, 2026-04-01, 2026-01-01"})
    void a_day_on_which_no_version_is_in_force_is_refused_with_the_first_day(
            @Nullable String area, LocalDate day, String first) {
        assertThatThrownBy(() -> shelf.inForce(area, day))
                .isInstanceOf(InvalidAssessmentException.class)
                .hasMessageContaining("The first day is " + first + ".");
    }

    @Test
    void without_a_day_the_latest_version_applies() {
        assertThat(name(shelf.latest(null))).isEqualTo("home@1.10.0");
        assertThat(name(shelf.latest("town"))).isEqualTo("town@1.1.0");
    }

    @Test
    void an_area_that_is_not_here_is_refused() {
        assertThatThrownBy(() -> shelf.latest("village"))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessage("Not found. Known areas: home, town.");
    }

    @ParameterizedTest
    @CsvSource({"home, 1.9.0", "home, 1.10.0", "town, 1.1.0"})
    void a_version_is_found_by_id_and_version(String id, String version) {
        assertThat(name(shelf.pack(id, version))).isEqualTo(id + "@" + version);
    }

    @ParameterizedTest
    @CsvSource({"home, 1.0.0", "village, 1.9.0"})
    void a_version_that_is_not_here_is_refused(String id, String version) {
        assertThatThrownBy(() -> shelf.pack(id, version))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessage("Not found. Known rule packs: home@1.9.0, home@1.10.0, town@1.0.0, town@1.1.0.");
    }

    @Test
    void without_base_rules_there_is_no_shelf() {
        assertThatThrownBy(() -> shelf(pack("town", "1.0.0", "area", "2026-01-01", null)))
                .isInstanceOf(RulesFaultException.class)
                .hasMessage("There is no base rule pack.");
    }

    private static PackShelf shelf(LoadedPack... packs) {
        return PackShelf.of(Content.bundled(), List.of(packs));
    }

    private static String name(LoadedPack pack) {
        return pack.identity().id() + "@" + pack.identity().version();
    }

    /** The bundled rules under another name and with other days. */
    private static LoadedPack pack(String id, String version, String kind, String from, @Nullable String to) {
        Manifest manifest = bundled.manifest();
        return new LoadedPack(
                new Manifest(
                        id,
                        version,
                        kind,
                        manifest.title(),
                        manifest.owner(),
                        LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to),
                        manifest.usableFrom(),
                        manifest.reviewBy(),
                        manifest.instrument(),
                        manifest.calendar(),
                        manifest.criteria(),
                        manifest.rules(),
                        manifest.chosen(),
                        manifest.notice(),
                        manifest.sources(),
                        manifest.changes()),
                new PackId(id, version, "0"),
                bundled.parameters(),
                bundled.instrument(),
                bundled.workingDays(),
                bundled.rules(),
                bundled.chosen());
    }
}

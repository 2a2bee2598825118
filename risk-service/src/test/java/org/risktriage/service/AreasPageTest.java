package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Area;
import org.risktriage.triage.AreaRules;
import org.risktriage.triage.PackVersion;
import org.risktriage.triage.RiskTriage;

/** {@code docs/reference/areas.md} is as the packs are. {@code -Dexamples.update=true} writes it anew. */
class AreasPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "reference", "areas.md");

    private final RiskTriage triage = RiskTriage.bundled();

    /** The first day on which every pack is in force. */
    private List<AreaRules> areas() {
        LocalDate day = triage.areas().stream()
                .map(Area::id)
                .flatMap(id -> triage.versions(id).stream())
                .map(PackVersion::inForceFrom)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return triage.areaRules(day);
    }

    @Test
    void the_page_is_as_the_packs_are() throws IOException {
        String made = AreasPage.of(areas());
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    @Test
    void every_area_is_on_it() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(triage.areas()).allSatisfy(area -> assertThat(page).contains(area.title()));
        assertThat(areas()).hasSameSizeAs(triage.areas());
    }
}

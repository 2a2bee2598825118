package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack;

/** {@code docs/reference/services.md} is as the packs are. {@code -Dexamples.update=true} writes it anew. */
class ServicesPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "reference", "services.md");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final RiskTriage triage = RiskTriage.bundled();

    /** The latest version of each pack. */
    private List<RulePack> packs() {
        return triage.areas().stream()
                .map(area -> triage.rulePack(
                        area.id(), area.versions().get(area.versions().size() - 1)))
                .toList();
    }

    @Test
    void the_page_is_as_the_packs_are() throws IOException {
        String made = ServicesPage.of(packs(), DAY);
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    @Test
    void every_service_of_every_pack_is_on_it() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(packs())
                .flatExtracting(RulePack::services)
                .isNotEmpty()
                .allSatisfy(service -> assertThat(page).contains("| `" + service.id() + "`: " + service.name()));
    }
}

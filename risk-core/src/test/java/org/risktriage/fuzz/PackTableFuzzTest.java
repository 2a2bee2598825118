package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.pack.ContentInMemory;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.ServiceTable;
import org.risktriage.triage.internal.pack.WorkingDays;

/** Any text in place of a pack's tables gives a whole result or faults; nothing else, and soon. */
class PackTableFuzzTest {
    private static final String INSTRUMENT = Bundled.INSTRUMENT_FOLDER + "instrument.yaml";
    private static final String ITEMS = Bundled.INSTRUMENT_FOLDER + "items.csv";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ParameterTable.Place PLACE = new ParameterTable.Place(
            "parameters.csv",
            Bundled.pack().identity(),
            DAY,
            Bundled.pack().written().sourceIds(),
            null,
            key -> false);

    static Stream<byte[]> bundled() {
        return Bundled.files(".csv");
    }

    @MethodSource("bundled")
    @FuzzTest
    void any_text_in_place_of_a_table(byte[] input) {
        String text = Sentinel.text(input);
        OneSecond.isEnoughFor(() -> parameters(text));
        // Any other first row is refused in the same way as above.
        if (text.startsWith("id")) {
            OneSecond.isEnoughFor(() -> items(text));
        }
        if (text.startsWith("id,name")) {
            OneSecond.isEnoughFor(() -> services(text));
        }
        if (text.startsWith("date")) {
            OneSecond.isEnoughFor(() -> calendar(text));
        }
    }

    private static void parameters(String text) {
        PackFaults faults = new PackFaults();
        ParameterTable table = ParameterTable.read(text, PLACE, faults);
        Sentinel.assertNotIn(faults.found());
        assertThat(table.on(DAY).keys()).containsAll(table.keysThroughout(DAY, null));
    }

    private static void services(String text) {
        PackFaults faults = new PackFaults();
        ServiceTable table = ServiceTable.read(
                text,
                new ServiceTable.Place(
                        "services.csv",
                        Bundled.pack().identity(),
                        Bundled.pack().written().sourceIds(),
                        null),
                faults);
        Sentinel.assertNotIn(faults.found());
        Instant noon = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        table.own()
                .forEach(row ->
                        assertThat(table.hours(row.id()).at(noon, day -> false)).isNotNull());
    }

    private static void items(String text) {
        try {
            assertThat(InstrumentReader.read(
                                    ContentInMemory.of(Map.of(INSTRUMENT, Bundled.text(INSTRUMENT), ITEMS, text)),
                                    Bundled.INSTRUMENT)
                            .items())
                    .hasSize(24);
        } catch (RulesFaultException e) {
            Sentinel.assertNotIn(e);
        }
    }

    private static void calendar(String text) {
        try {
            LocalDate later = WorkingDays.read(ContentInMemory.of(Map.of("calendars/made-up.csv", text)), "made-up")
                    .after(DAY, 5);
            assertThat(later == null || later.isAfter(DAY)).isTrue();
        } catch (RulesFaultException e) {
            Sentinel.assertNotIn(e);
        }
    }
}

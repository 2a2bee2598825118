package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulePack.ListedService;
import org.risktriage.triage.ServiceStatus;

/** What a table of services holds, and what is said about one that holds anything else. */
class ServiceTableTest {
    private static final String HEAD =
            "id,name,phone,area,eligibility,hours,exceptions,status,source,confidence,note\n";
    private static final String GOOD = "refuge,Refuge,0808 802 0028,City,Everybody,24h,,open,made-up,B,A note.";
    private static final String SENTINEL = "ZEBRA-7781";

    private static ServiceTable.Place place(@Nullable ServiceTable base) {
        return new ServiceTable.Place("services.csv", new PackId("made-up", "1.0.0", "0"), Set.of("made-up"), base);
    }

    private static List<String> faults(String rows, @Nullable ServiceTable base) {
        PackFaults faults = new PackFaults();
        ServiceTable.read(HEAD + rows, place(base), faults);
        return faults.found();
    }

    private static ServiceTable table(String rows, @Nullable ServiceTable base) {
        PackFaults faults = new PackFaults();
        ServiceTable table = ServiceTable.read(HEAD + rows, place(base), faults);
        assertThat(faults.found()).isEmpty();
        return table;
    }

    @Test
    void a_row_is_read_whole() {
        assertThat(table(GOOD, null).rows())
                .containsExactly(new ListedService(
                        "refuge",
                        "Refuge",
                        "0808 802 0028",
                        "City",
                        "Everybody",
                        "24h",
                        "",
                        ServiceStatus.OPEN,
                        "made-up",
                        org.risktriage.triage.Confidence.COPY,
                        "A note.",
                        new PackId("made-up", "1.0.0", "0")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Refuge,R,,C,E,24h,,open,made-up,B, | row 2, column id: Lower-case words joined by hyphens",
                "r,,,C,E,24h,,open,made-up,B, | row 2, column name: Words are needed here",
                "r,R,,,E,24h,,open,made-up,B, | row 2, column area: Words are needed here",
                "r,R,,C,,24h,,open,made-up,B, | row 2, column eligibility: Words are needed here",
                "r,R,call us,C,E,24h,,open,made-up,B, | row 2, column phone: A phone number as in 0808 802 0028",
                "r,R,,C,E,9 to 5,,open,made-up,B, | row 2, column hours: Hours as in Mon-Fri 09:00-17:00",
                "r,R,,C,E,Mon 09:00-12:00; Mon 11:00-13:00,bank holidays closed,open,made-up,B, | row 2, column hours: Two spans",
                "r,R,,C,E,Mon 09:00-12:00,,open,made-up,B, | row 2, column exceptions: Say what holds on bank holidays",
                "r,R,,C,E,24h,at Christmas closed,open,made-up,B, | row 2, column exceptions: Exceptions as in",
                "r,R,,C,E,24h,,none,made-up,B, | row 2, column status: One of open, planned and not-confirmed",
                "r,R,,C,E,24h,,shut,made-up,B, | row 2, column status: One of open, planned and not-confirmed",
                "r,R,,C,E,24h,,open,,B, | row 2, column source: The id of a source in pack.yaml",
                "r,R,,C,E,24h,,open,other,B, | row 2, column source: The id of a source in pack.yaml",
                "r,R,,C,E,24h,,open,made-up,, | row 2, column confidence: One of A, B, K and I",
                "r,R,,C,E,24h,,open,made-up | row 2: 11 values are needed here"
            })
    void a_fault_is_named_by_row_and_column(String row, String fault) {
        assertThat(faults(row, null))
                .hasSize(1)
                .allSatisfy(found -> assertThat(found).startsWith("services.csv, " + fault));
    }

    @Test
    void all_faults_are_named_at_once_and_repeat_nothing() {
        String row = SENTINEL + ",,call " + SENTINEL + ",,," + SENTINEL + ",," + SENTINEL + "," + SENTINEL + ","
                + SENTINEL + ",";
        assertThat(faults(row + "\n" + row, null)).hasSize(19).noneMatch(fault -> fault.contains("ZEBRA"));
    }

    @Test
    void hours_that_are_too_long_are_not_looked_at() {
        String spans = "Mon 00:00-00:01; ".repeat(20_000) + "Mon 00:00-00:01";
        assertThat(faults("r,R,,C,E," + spans + ",bank holidays closed,open,made-up,B,", null))
                .containsExactly("services.csv, row 2, column hours: At most 400 characters are allowed here.");
    }

    @Test
    void two_rows_have_two_ids() {
        assertThat(faults(GOOD + "\n" + GOOD, null))
                .containsExactly("services.csv, row 3, column id: Another row has this id.");
    }

    @Test
    void a_pack_takes_over_the_services_of_the_pack_that_it_extends_after_its_own() {
        ServiceTable base = table(GOOD, null);
        ServiceTable area = table("helpline,H,,C,E,not known,,open,made-up,B,", base);

        assertThat(area.ids()).containsExactly("helpline", "refuge");
        assertThat(area.own()).hasSize(1);
        assertThat(area.hours("refuge").always()).isTrue();
        assertThat(area.hours("helpline").always()).isFalse();
        assertThat(ServiceTable.over(base).ids()).containsExactly("refuge");
    }

    @Test
    void a_pack_lists_no_service_again() {
        assertThat(faults(GOOD, table(GOOD, null)))
                .containsExactly(
                        "services.csv, row 2, column id: The pack that this one extends lists a service of this"
                                + " id already.");
    }

    @Test
    void a_service_that_is_not_listed_has_no_hours() {
        ServiceTable empty = ServiceTable.over(null);
        assertThatThrownBy(() -> empty.hours("refuge")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_row_can_have_another_status() {
        ServiceTable planned = table(GOOD, null).with(0, ServiceStatus.PLANNED);

        assertThat(planned.rows().get(0).status()).isEqualTo(ServiceStatus.PLANNED);
        assertThat(planned.line(0)).isEqualTo(2);
        assertThat(planned.hours("refuge").always()).isTrue();
    }
}

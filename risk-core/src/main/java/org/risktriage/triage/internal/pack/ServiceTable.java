package org.risktriage.triage.internal.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulePack.ListedService;
import org.risktriage.triage.ServiceStatus;
import org.risktriage.triage.internal.hours.OpeningHours;

/**
 * The services of a pack: its own {@code services.csv}, and those of the pack that it extends. A pack that lists none of
 * its own has no such file.
 */
public final class ServiceTable {
    /** The name of the file. */
    public static final String FILE = "services.csv";

    /** Its columns. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "phone",
            "area",
            "eligibility",
            "hours",
            "exceptions",
            "status",
            "source",
            "confidence",
            "note");

    private static final int LONGEST_ID = 80;
    private static final int LONGEST = 400;
    private static final String WORDS = "Words are needed here, at most " + LONGEST + " characters.";

    private final @Nullable ServiceTable base;
    private final List<ListedService> own;
    private final List<ListedService> rows;
    private final List<Long> lines;
    private final Map<String, OpeningHours> hours;

    private ServiceTable(
            @Nullable ServiceTable base, List<ListedService> own, List<Long> lines, Map<String, OpeningHours> hours) {
        this.base = base;
        this.own = List.copyOf(own);
        List<ListedService> all = new ArrayList<>(own);
        if (base != null) {
            all.addAll(base.rows());
        }
        this.rows = List.copyOf(all);
        this.lines = List.copyOf(lines);
        this.hours = Map.copyOf(hours);
    }

    /**
     * Where a table stands.
     *
     * @param file path of the file, for messages
     * @param pack the pack
     * @param sources ids of the sources that its rows may name
     * @param base the table of the pack that it extends, or null
     */
    public record Place(
            String file,
            PackId pack,
            Set<String> sources,
            @Nullable ServiceTable base) {}

    /**
     * A pack without a table of its own.
     *
     * @param base the table of the pack that it extends, or null
     * @return a table that holds what that one holds
     */
    public static ServiceTable over(@Nullable ServiceTable base) {
        return new ServiceTable(base, List.of(), List.of(), Map.of());
    }

    /**
     * Reads a table.
     *
     * @param text its text
     * @param place where it stands
     * @param faults where faults go
     * @return the table
     */
    public static ServiceTable read(String text, Place place, PackFaults faults) {
        List<ListedService> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        Map<String, OpeningHours> hours = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Table.Row row : Table.read(place.file(), text, COLUMNS, faults)) {
            if (!seen.add(row.get("id"))) {
                faults.add(place.file(), at(row, "id"), "Another row has this id.");
            }
            ListedService service = new RowReader(row, place, faults).service(hours);
            if (service != null) {
                rows.add(service);
                lines.add(row.number());
            }
        }
        return new ServiceTable(place.base(), rows, lines, hours);
    }

    private static String at(Table.Row row, String column) {
        return "row " + row.number() + ", column " + column;
    }

    /** Reads one row. */
    private static final class RowReader {
        private final Table.Row row;
        private final Place place;
        private final PackFaults faults;
        private boolean right = true;

        RowReader(Table.Row row, Place place, PackFaults faults) {
            this.row = row;
            this.place = place;
            this.faults = faults;
        }

        @Nullable
        ListedService service(Map<String, OpeningHours> hours) {
            String id = row.get("id");
            if (id.length() > LONGEST_ID || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                wrong(
                        "id",
                        "Lower-case words joined by hyphens are needed here, at most " + LONGEST_ID + " characters.");
            } else if (place.base() != null && place.base().ids().contains(id)) {
                wrong("id", "The pack that this one extends lists a service of this id already.");
            }
            for (String column : List.of("name", "area", "eligibility")) {
                if (row.get(column).isEmpty() || row.get(column).length() > LONGEST) {
                    wrong(column, WORDS);
                }
            }
            for (String column : List.of("note", "hours", "exceptions")) {
                if (row.get(column).length() > LONGEST) {
                    wrong(column, "At most " + LONGEST + " characters are allowed here.");
                }
            }
            String phone = row.get("phone");
            if (!phone.matches("|[0-9]{3,5}( [0-9]{2,7})*")) {
                wrong("phone", "A phone number as in 0808 802 0028 is needed here, or nothing.");
            }
            OpeningHours read = hours();
            ServiceStatus status = ServiceStatus.of(row.get("status"));
            if (status == null || status == ServiceStatus.NONE) {
                wrong("status", "One of open, planned and not-confirmed is needed here.");
            }
            if (!place.sources().contains(row.get("source"))) {
                wrong("source", "The id of a source in pack.yaml is needed here.");
            }
            Confidence confidence = Confidence.of(row.get("confidence"));
            if (confidence == null) {
                wrong("confidence", "One of A, B, K and I is needed here.");
            }
            if (!right || status == null || confidence == null) {
                return null;
            }
            hours.put(id, read);
            return new ListedService(
                    id,
                    row.get("name"),
                    phone.isEmpty() ? null : phone,
                    row.get("area"),
                    row.get("eligibility"),
                    row.get("hours"),
                    row.get("exceptions"),
                    status,
                    row.get("source"),
                    confidence,
                    row.get("note"),
                    place.pack());
        }

        /** The hours; nothing that is too long is looked at, which could take long. */
        private OpeningHours hours() {
            boolean tooLong =
                    row.get("hours").length() > LONGEST || row.get("exceptions").length() > LONGEST;
            return OpeningHours.read(
                    tooLong ? "24h" : row.get("hours"),
                    tooLong ? "" : row.get("exceptions"),
                    fault -> wrong("hours", fault),
                    fault -> wrong("exceptions", fault));
        }

        private void wrong(String column, String message) {
            faults.add(place.file(), at(row, column), message);
            right = false;
        }
    }

    /**
     * The services that the pack lists itself.
     *
     * @return the rows, in the order of the file
     */
    public List<ListedService> own() {
        return own;
    }

    /**
     * Every service that rules may offer.
     *
     * @return the pack's own, then those of the pack that it extends
     */
    public List<ListedService> rows() {
        return rows;
    }

    /**
     * The ids of all services.
     *
     * @return the ids, in the order of the rows
     */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        rows().forEach(row -> ids.add(row.id()));
        return ids;
    }

    /**
     * The hours of a service.
     *
     * @param id id of the service
     * @return its hours
     * @throws IllegalArgumentException if there is no such service
     */
    public OpeningHours hours(String id) {
        OpeningHours found = hours.get(id);
        if (found != null) {
            return found;
        }
        if (base == null) {
            throw new IllegalArgumentException("There is no service " + id + ".");
        }
        return base.hours(id);
    }

    /**
     * Where a row stands.
     *
     * @param row which row of the pack itself, from 0
     * @return the number of the line of the file on which it begins, from 1
     */
    public int line(int row) {
        return Math.toIntExact(lines.get(row));
    }

    /**
     * The same table with another status in one row.
     *
     * @param row which row of the pack itself, from 0
     * @param status the status
     * @return a copy with that status
     */
    public ServiceTable with(int row, ServiceStatus status) {
        ListedService old = own.get(row);
        List<ListedService> changed = new ArrayList<>(own);
        changed.set(
                row,
                new ListedService(
                        old.id(),
                        old.name(),
                        old.phone(),
                        old.area(),
                        old.eligibility(),
                        old.hours(),
                        old.exceptions(),
                        status,
                        old.source(),
                        old.confidence(),
                        old.note(),
                        old.pack()));
        return new ServiceTable(base, changed, lines, hours);
    }
}

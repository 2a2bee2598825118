package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Problem;
import org.risktriage.triage.Source;
import org.risktriage.triage.internal.reading.Fields;

/**
 * A pack's {@code pack.yaml}.
 *
 * @param id id of the pack
 * @param version its version
 * @param kind {@code base} or {@code area}
 * @param title what it is
 * @param owner who answers for it
 * @param inForceFrom first day on which it is the policy
 * @param inForceTo last such day, or null
 * @param usableFrom first day on which production may load it
 * @param reviewBy day by which it has to be reviewed
 * @param instrument the instrument that it scores
 * @param calendar id of the calendar of working days
 * @param criteria its criteria, in the order of replies
 * @param rules how many rules it holds
 * @param chosen sentence that says why this version applies, with {@code {version}} and {@code {date}}
 * @param notice what its results are and are not
 * @param sources its sources
 * @param changes what changed
 */
public record Manifest(
        String id,
        String version,
        String kind,
        String title,
        String owner,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        LocalDate usableFrom,
        LocalDate reviewBy,
        InstrumentId instrument,
        String calendar,
        List<String> criteria,
        int rules,
        String chosen,
        String notice,
        List<Source> sources,
        List<String> changes) {

    private static final int LONGEST = 2_000;
    private static final int MOST = 200;

    /**
     * Reads a manifest.
     *
     * @param file path of the file, for messages
     * @param text its text
     * @param faults where faults go
     * @return the manifest, or null if it cannot be read whole
     */
    public static @Nullable Manifest read(String file, String text, PackFaults faults) {
        List<Problem> problems = new ArrayList<>();
        Object tree = Yaml.read(text, problems);
        Manifest manifest = problems.isEmpty() ? read(Fields.of(tree, "", problems), problems) : null;
        faults.addAll(file, problems);
        return problems.isEmpty() ? manifest : null;
    }

    private static @Nullable Manifest read(Fields fields, List<Problem> problems) {
        fields.required(
                "id",
                "version",
                "kind",
                "title",
                "owner",
                "inForce",
                "usable",
                "reviewBy",
                "instrument",
                "calendar",
                "criteria",
                "rules",
                "chosen",
                "notice",
                "sources",
                "changes");
        String id = matching(fields, "id", "[a-z][a-z0-9-]{1,62}", "lower-case words joined by hyphens");
        String version = matching(fields, "version", "\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}", "three numbers as in 1.0.0");
        String kind = matching(fields, "kind", "base|area", "base or area");
        Fields inForce = fields.object("inForce");
        LocalDate from = inForce == null ? null : inForce.required("from").date("from");
        LocalDate to = inForce == null ? null : inForce.date("to");
        if (inForce != null && from != null && to != null && to.isBefore(from)) {
            inForce.problem("to", "bad-order", "The last day may not be before the first.");
        }
        Fields usable = fields.object("usable");
        LocalDate usableFrom = usable == null ? null : usable.required("from").date("from");
        Fields instrument = fields.object("instrument");
        String instrumentId =
                instrument == null ? null : instrument.required("id", "edition").text("id", LONGEST);
        String edition = instrument == null ? null : instrument.text("edition", LONGEST);
        for (Fields part : new Fields[] {inForce, usable, instrument}) {
            if (part != null) {
                part.refuseOthers();
            }
        }
        List<Source> sources = sources(fields);
        List<String> criteria = fields.texts("criteria", MOST, LONGEST);
        if (criteria != null && !Fields.repeated(criteria).isEmpty()) {
            fields.problem("criteria", "duplicate", "Each criterion may be listed once.");
        }
        String title = fields.text("title", LONGEST);
        String owner = fields.text("owner", LONGEST);
        LocalDate reviewBy = fields.date("reviewBy");
        String calendar = fields.text("calendar", LONGEST);
        Integer rules = fields.whole("rules", 0, 10_000);
        String chosen = matching(
                fields,
                "chosen",
                "[^{}]*\\{version}[^{}]*\\{date}[^{}]*",
                "a sentence with {version}, {date} after it, and no other braces");
        String notice = fields.text("notice", LONGEST);
        List<String> changes = fields.texts("changes", MOST, LONGEST);
        fields.refuseOthers();
        if (!problems.isEmpty()
                || id == null
                || version == null
                || kind == null
                || title == null
                || owner == null
                || from == null
                || usableFrom == null
                || reviewBy == null
                || instrumentId == null
                || edition == null
                || calendar == null
                || criteria == null
                || rules == null
                || chosen == null
                || notice == null
                || changes == null) {
            return null;
        }
        return new Manifest(
                id,
                version,
                kind,
                title,
                owner,
                from,
                to,
                usableFrom,
                reviewBy,
                new InstrumentId(instrumentId, edition),
                calendar,
                List.copyOf(criteria),
                rules,
                chosen,
                notice,
                sources,
                List.copyOf(changes));
    }

    private static @Nullable String matching(Fields fields, String name, String pattern, String allowed) {
        String text = fields.text(name, LONGEST);
        if (text != null && !text.matches(pattern)) {
            fields.problem(name, "bad-form", "Allowed here: " + allowed + ".");
        }
        return text;
    }

    /**
     * Reads a list of sources, as manifests and instruments have it.
     *
     * @param fields the object that holds the list as {@code sources}
     * @return the sources that could be read
     */
    static List<Source> sources(Fields fields) {
        List<Source> sources = new ArrayList<>();
        List<Fields> entries = fields.objects("sources", MOST);
        for (Fields entry : entries == null ? List.<Fields>of() : entries) {
            entry.required("id", "title", "confidence");
            String id = entry.text("id", LONGEST);
            String title = entry.text("title", LONGEST);
            String url = entry.text("url", LONGEST);
            Confidence confidence = entry.code("confidence", "unknown-code", Confidence::of, Confidence.values());
            String note = entry.text("note", LONGEST);
            entry.refuseOthers();
            if (id != null && title != null && confidence != null) {
                sources.add(new Source(id, title, url, confidence, note));
            }
        }
        if (!Fields.repeated(sources.stream().map(Source::id).toList()).isEmpty()) {
            fields.problem("sources", "duplicate", "Each source needs an id of its own.");
        }
        return List.copyOf(sources);
    }

    /**
     * The ids of the sources.
     *
     * @return the ids
     */
    public List<String> sourceIds() {
        return sources.stream().map(Source::id).toList();
    }

    /**
     * Whether this version is the policy on a day.
     *
     * @param day the day
     * @return true if so; both ends are included
     */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }
}

package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulePack.RuleOff;
import org.risktriage.triage.Source;
import org.risktriage.triage.internal.reading.Fields;

/**
 * A pack's {@code pack.yaml}, as it is written. A pack that extends another leaves out what it takes over from it.
 *
 * @param id id of the pack
 * @param version its version
 * @param kind {@code base} or {@code area}
 * @param base the pack that it extends, or null if it stands alone
 * @param title what it is
 * @param owner who answers for it
 * @param inForceFrom first day on which it is the policy
 * @param inForceTo last such day, or null
 * @param usableFrom first day on which production may load it
 * @param reviewBy day by which it has to be reviewed
 * @param instrument the instrument that it scores, or null for that of the pack that it extends
 * @param calendar id of the calendar of working days, or null for that of the pack that it extends
 * @param criteria its own criteria, in the order of replies; those of the pack that it extends come before them
 * @param rules how many rules of its own it holds
 * @param off rules of the pack that it extends that do not apply
 * @param refuses why checklists are refused here, or null if they are scored
 * @param chosen sentence that says why this version applies, with {@code {version}} and {@code {date}}; null for that of the
 *     pack that it extends
 * @param notice what its results are and are not; null for that of the pack that it extends
 * @param sources its own sources
 * @param changes what changed
 */
public record Manifest(
        String id,
        String version,
        String kind,
        @Nullable Extends base,
        String title,
        String owner,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        LocalDate usableFrom,
        LocalDate reviewBy,
        @Nullable InstrumentId instrument,
        @Nullable String calendar,
        List<String> criteria,
        int rules,
        List<RuleOff> off,
        @Nullable Refusal refuses,
        @Nullable String chosen,
        @Nullable String notice,
        List<Source> sources,
        List<String> changes) {

    /** The kind of a pack that stands for a whole jurisdiction. */
    public static final String BASE = "base";

    /** The kind of a pack that stands for one local MARAC. */
    public static final String AREA = "area";

    /**
     * What a pack extends.
     *
     * @param id id of the other pack
     * @param version its version; null for the version in force on the day of the assessment
     */
    public record Extends(String id, @Nullable String version) {}

    /**
     * Why checklists are refused: the area scores another instrument, which is not here.
     *
     * @param scores id of the instrument that the area scores
     * @param says the reason in words
     * @param source id of the source
     */
    public record Refusal(String scores, String says, String source) {}

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
                "rules",
                "sources",
                "changes");
        Fields extended = fields.object("extends");
        if (extended == null) {
            fields.required("instrument", "calendar", "criteria", "chosen", "notice");
        }
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
        Extends base = extended == null ? null : base(extended, kind);
        List<RuleOff> off = off(fields);
        Refusal refuses = refusal(fields);
        if (base == null && AREA.equals(kind)) {
            fields.problem("extends", "missing", "An area's pack extends a base pack: name it here.");
        }
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
                || rules == null
                || changes == null) {
            return null;
        }
        return new Manifest(
                id,
                version,
                kind,
                base,
                title,
                owner,
                from,
                to,
                usableFrom,
                reviewBy,
                instrumentId == null || edition == null ? null : new InstrumentId(instrumentId, edition),
                calendar,
                criteria == null ? List.of() : List.copyOf(criteria),
                rules,
                off,
                refuses,
                chosen,
                notice,
                sources,
                List.copyOf(changes));
    }

    private static @Nullable Extends base(Fields fields, @Nullable String kind) {
        String id = fields.required("id").text("id", LONGEST);
        String version = fields.text("version", LONGEST);
        fields.refuseOthers();
        if (id == null) {
            return null;
        }
        if (AREA.equals(kind) && version != null) {
            fields.problem(
                    "version",
                    "not-here",
                    "An area extends whichever version of the base rules is in force on the day; leave this out.");
        }
        if (BASE.equals(kind) && version == null) {
            fields.problem(
                    "version", "missing", "A base pack extends one version of another base pack: name that version.");
        }
        return new Extends(id, version);
    }

    private static List<RuleOff> off(Fields fields) {
        List<RuleOff> off = new ArrayList<>();
        List<Fields> entries = fields.objects("off", MOST);
        for (Fields entry : entries == null ? List.<Fields>of() : entries) {
            entry.required("rule", "because", "source");
            String rule =
                    matching(entry, "rule", "[a-z0-9-]+/[a-z0-9-]+", "topic and name of a rule, as in marac/repeat");
            String because = entry.text("because", LONGEST);
            String source = entry.text("source", LONGEST);
            entry.refuseOthers();
            if (rule != null && because != null && source != null) {
                off.add(new RuleOff(rule, because, source));
            }
        }
        return List.copyOf(off);
    }

    private static @Nullable Refusal refusal(Fields fields) {
        Fields entry = fields.object("refuses");
        if (entry == null) {
            return null;
        }
        String scores = entry.required("scores", "says", "source").text("scores", LONGEST);
        String says = entry.text("says", LONGEST);
        String source = entry.text("source", LONGEST);
        entry.refuseOthers();
        return scores == null || says == null || source == null ? null : new Refusal(scores, says, source);
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
}

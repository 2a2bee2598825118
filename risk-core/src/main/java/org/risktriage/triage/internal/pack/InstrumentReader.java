package org.risktriage.triage.internal.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Checklist;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Problem;
import org.risktriage.triage.Source;
import org.risktriage.triage.internal.reading.Fields;

/** Reads an instrument: {@code instrument.yaml} and {@code items.csv}. */
public final class InstrumentReader {
    private static final List<String> COLUMNS =
            List.of("id", "label", "prompt", "details", "why", "topic_confidence", "why_confidence", "source");
    private static final List<String> YES_NO = List.of("yes", "no", "dont-know", "declined", "not-asked");
    private static final List<String> GRADES =
            List.of("none", "standard", "moderate", "high", "dont-know", "declined", "not-asked");
    private static final int LONGEST = 2_000;

    private InstrumentReader() {}

    /**
     * Reads one edition of an instrument.
     *
     * @param content where the files are
     * @param id which instrument and edition
     * @return the instrument
     * @throws org.risktriage.triage.RulesFaultException naming every fault
     */
    public static Instrument read(Content content, InstrumentId id) {
        String folder = "instruments/" + id.id() + "/" + id.edition() + "/";
        PackFaults faults = new PackFaults();
        List<Problem> problems = new ArrayList<>();
        String file = folder + "instrument.yaml";
        Fields fields = Fields.of(Yaml.read(content.text(file), problems), "", problems);
        fields.required("id", "edition", "title", "answers", "scores", "items", "sources", "licence");
        String givenId = fields.text("id", LONGEST);
        String edition = fields.text("edition", LONGEST);
        if (!id.id().equals(givenId) || !id.edition().equals(edition)) {
            fields.problem("id", "bad-place", "id and edition have to be the names of the folders.");
        }
        String title = fields.text("title", LONGEST);
        String licence = fields.text("licence", LONGEST);
        Instrument.Scale scale = scale(fields.texts("answers", 9, LONGEST), fields.texts("scores", 9, LONGEST));
        if (scale == null) {
            fields.problem(
                    "answers",
                    "unknown-code",
                    "Items take yes and no, of which yes scores, or none, standard, moderate and high, of which nothing"
                            + " scores; each with dont-know, declined and not-asked.");
        }
        Integer count = fields.whole("items", 0, Checklist.MOST_ITEMS);
        List<Source> sources = Manifest.sources(fields);
        List<Instrument.Skip> skips = skips(fields);
        fields.refuseOthers();
        faults.addAll(file, problems);
        List<Instrument.Item> items = items(folder + "items.csv", content, sources, faults);
        if (count != null && count != items.size()) {
            faults.add(folder + "items.csv", "", count + " items are declared; there are " + items.size() + ".");
        }
        List<String> ids = items.stream().map(Instrument.Item::id).toList();
        for (Instrument.Skip skip : skips) {
            if (!ids.contains(skip.whereNo())
                    || !ids.containsAll(skip.items())
                    || skip.items().contains(skip.whereNo())) {
                faults.add(file, "/skips", "whereNo is the id of an item, and items are ids of others.");
            }
        }
        faults.refuseIfAny("The instrument " + id.id());
        return new Instrument(
                id.id(),
                id.edition(),
                String.valueOf(title),
                String.valueOf(licence),
                items,
                scale == null ? Instrument.Scale.YES_NO : scale,
                skips,
                sources);
    }

    private static Instrument.@Nullable Scale scale(@Nullable List<String> answers, @Nullable List<String> scores) {
        if (YES_NO.equals(answers) && List.of("yes").equals(scores)) {
            return Instrument.Scale.YES_NO;
        }
        return GRADES.equals(answers) && List.of().equals(scores) ? Instrument.Scale.GRADES : null;
    }

    private static List<Instrument.Skip> skips(Fields fields) {
        List<Instrument.Skip> skips = new ArrayList<>();
        List<Fields> entries = fields.objects("skips", Checklist.MOST_ITEMS);
        for (Fields entry : entries == null ? List.<Fields>of() : entries) {
            entry.required("whereNo", "items");
            String whereNo = entry.text("whereNo", LONGEST);
            List<String> items = entry.texts("items", Checklist.MOST_ITEMS, LONGEST);
            entry.refuseOthers();
            if (whereNo != null && items != null) {
                skips.add(new Instrument.Skip(whereNo, items));
            }
        }
        return skips;
    }

    private static List<Instrument.Item> items(String file, Content content, List<Source> sources, PackFaults faults) {
        List<Instrument.Item> items = new ArrayList<>();
        String letter = "";
        for (Table.Row row : Table.read(file, content.text(file), COLUMNS, faults)) {
            String place = "row " + row.number();
            Confidence topic = Confidence.of(row.get("topic_confidence"));
            Confidence why = Confidence.of(row.get("why_confidence"));
            letter = letter.isEmpty() && row.get("id").matches("[a-z]1")
                    ? row.get("id").substring(0, 1)
                    : letter;
            if (letter.isEmpty() || !row.get("id").equals(letter + (items.size() + 1))) {
                faults.add(
                        file,
                        place + ", column id",
                        "Items are one letter of the instrument's own with 1, 2 and so on, as in q1 and q2, in the"
                                + " published order.");
            }
            if (sources.stream().noneMatch(source -> source.id().equals(row.get("source")))) {
                faults.add(file, place + ", column source", "The id of a source in instrument.yaml is needed here.");
            }
            if (topic == null || why == null) {
                faults.add(file, place, "Both confidence marks have to be one of A, B, K and I.");
            } else {
                items.add(new Instrument.Item(
                        row.get("id"),
                        row.get("label"),
                        row.get("prompt"),
                        row.get("details").isEmpty()
                                ? List.of()
                                : Arrays.asList(row.get("details").split(" ", -1)),
                        row.get("why"),
                        topic,
                        why,
                        row.get("source")));
            }
        }
        return items;
    }
}

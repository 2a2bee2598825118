package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Grade;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Level;
import org.risktriage.triage.Problem;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.Yaml;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;
import org.risktriage.triage.internal.reading.Fields;

/** What can be told of worked cases without running them: their form, their questions and what they expect. */
final class CaseLook {
    private static final int MOST = 1_000;
    private static final List<String> ANSWERS =
            Stream.of(Answer.values()).map(Answer::code).toList();

    /** What the rows of a profile take. */
    private static final List<String> GRADES = Stream.concat(
                    Stream.of(Grade.values()).map(Grade::code),
                    Stream.of(Answer.values()).filter(Answer::isUnknown).map(Answer::code))
            .toList();

    private static final List<String> LEVELS = Stream.concat(
                    Stream.of(Level.values()).map(Level::code), Stream.of("none"))
            .toList();
    private static final List<String> STATUSES =
            Stream.of(CriterionStatus.values()).map(CriterionStatus::code).toList();

    private final String path;
    private final List<String> items;
    private final List<String> answers;
    private final YamlPlaces places;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> names;

    private CaseLook(String path, Instrument instrument, YamlPlaces places, Set<String> names) {
        this.path = path;
        this.items = instrument.items().stream().map(Instrument.Item::id).toList();
        this.answers = instrument.scale() == Instrument.Scale.GRADES ? GRADES : ANSWERS;
        this.places = places;
        this.names = names;
    }

    /** Everything that is wrong with the cases of a pack. */
    static List<Finding> findings(Content content, String folder, Instrument instrument, FaultReader faults) {
        List<Finding> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> files = content.below(folder + "cases/");
        for (String path : files) {
            List<Problem> problems = new ArrayList<>();
            Object tree = Yaml.read(content.text(path), problems);
            problems.forEach(problem -> found.add(faults.read(path + ": " + problem.message())));
            if (problems.isEmpty()) {
                CaseLook look = new CaseLook(path, instrument, faults.tree(path), names);
                look.file(tree);
                found.addAll(look.findings);
            }
        }
        if (files.isEmpty()) {
            found.add(new Finding(
                    MessageCode.R501,
                    folder.substring(Content.PACKS.length()) + "cases/",
                    0,
                    0,
                    "",
                    "The pack has no worked cases: nothing says that it does what it should.",
                    null));
        }
        return found;
    }

    private void file(@Nullable Object tree) {
        List<Problem> problems = new ArrayList<>();
        Fields fields = Fields.of(tree, "", problems).required("given", "cases");
        Fields shared = fields.object("given");
        List<Fields> cases = fields.objects("cases", MOST);
        fields.refuseOthers();
        for (int i = 0; cases != null && i < cases.size(); i++) {
            Fields entry = cases.get(i).required("name", "expect");
            String name = entry.text("name", MOST);
            Fields own = entry.object("given");
            Fields expect = entry.object("expect");
            entry.refuseOthers();
            if (name != null && !names.add(name)) {
                add(MessageCode.R502, "/cases/" + i + "/name", "Each case needs a name of its own.", null);
            }
            if (expect != null) {
                expect(expect, i);
                values(expect, "/cases/" + i + "/expect");
                given(shared, own, expect.has("refused"), i);
            }
        }
        problems.forEach(problem -> {
            MessageCode code = MessageCode.of(problem.message(), false);
            String key = problem.pointer().substring(problem.pointer().lastIndexOf('/') + 1);
            add(
                    code,
                    problem.pointer(),
                    problem.message(),
                    code == MessageCode.R107 ? Suggested.listed(problem.message(), key) : null);
        });
    }

    private void expect(Fields expect, int at) {
        String pointer = "/cases/" + at + "/expect";
        if (expect.names().isEmpty()) {
            add(MessageCode.R503, pointer, "The case expects nothing: say at least one thing.", null);
        }
        for (String name : expect.names()) {
            if (!CaseRunner.EXPECT.contains(name)) {
                add(
                        MessageCode.R107,
                        pointer + "/" + name,
                        "There is no such field. Allowed here: " + String.join(", ", CaseRunner.EXPECT) + ".",
                        NearWord.of(name, CaseRunner.EXPECT));
            }
        }
    }

    /** What is expected of flags and words, which a slip would make a case that can never hold. */
    private void values(Fields expect, String pointer) {
        for (String name : List.of("settled", "complete", "refer")) {
            if (expect.has(name) && !(expect.raw(name) instanceof Boolean)) {
                String written = String.valueOf(expect.raw(name)).toLowerCase(java.util.Locale.ROOT);
                String meant = written.equals("yes") ? "true" : written.equals("no") ? "false" : null;
                add(
                        MessageCode.R108,
                        pointer + "/" + name,
                        "true or false is needed here.",
                        meant != null ? meant : NearWord.of(written, List.of("true", "false")));
            }
        }
        Map<String, List<String>> words =
                Map.of("level", LEVELS, "atLeast", LEVELS, "atMost", LEVELS, "marac", STATUSES);
        words.forEach((name, allowed) -> {
            String written = String.valueOf(expect.raw(name));
            if (expect.has(name) && !allowed.contains(written)) {
                add(
                        MessageCode.R113,
                        pointer + "/" + name,
                        "One of these is needed here: " + String.join(", ", allowed) + ".",
                        Suggested.near(written, allowed));
            }
        });
    }

    private void given(@Nullable Fields shared, @Nullable Fields own, boolean refused, int at) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        String pointer = "/given";
        for (Fields part : new @Nullable Fields[] {shared, own}) {
            if (part != null) {
                part.names().forEach(name -> given.put(name, part.raw(name)));
            }
        }
        Object answers = given.remove("answers");
        if (refused) {
            return;
        }
        if (own != null) {
            pointer = "/cases/" + at + "/given";
        }
        if (answers instanceof Map<?, ?> map) {
            boolean here = own != null && own.has("answers");
            answers(map, (here ? pointer : "/given") + "/answers");
        }
        // Those that are written at length; of the others there is no more to say.
        Map<String, @Nullable Object> atLength = new LinkedHashMap<>();
        if (answers instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value instanceof Map) {
                    atLength.put(String.valueOf(key), value);
                }
            });
        }
        given.put("answers", atLength);
        List<Problem> problems = new ArrayList<>();
        CallReader.ofCase(given, problems);
        AssessmentReader.read(CallReader.without(given), problems);
        for (Problem problem : problems) {
            String field = problem.pointer();
            String top = field.isEmpty() ? "" : field.substring(1).split("/", -1)[0];
            boolean here = own != null && own.has(top);
            String place = (here ? "/cases/" + at + "/given" : "/given") + field;
            String key = field.substring(field.lastIndexOf('/') + 1);
            YamlPlaces.Place found = places.value(place);
            MessageCode code = MessageCode.of(problem.message(), false);
            add(
                    code == MessageCode.R999 ? MessageCode.R505 : code,
                    place,
                    problem.message(),
                    code == MessageCode.R109
                            ? Suggested.day(found.value())
                            : Suggested.listed(problem.message(), code == MessageCode.R107 ? key : found.value()));
        }
    }

    private void answers(Map<?, ?> given, String pointer) {
        given.forEach((key, value) -> {
            String name = String.valueOf(key);
            String place = pointer + "/" + name;
            boolean known = name.equals("rest");
            if (!known) {
                String[] ends = name.split("\\.\\.", -1);
                int first = items.indexOf(ends[0]);
                known = ends.length <= 2 && first >= 0 && items.indexOf(ends[ends.length - 1]) >= first;
            }
            if (!known) {
                add(MessageCode.R504, place, "There is no such question. " + questions(), plainItem(name));
            }
            boolean plain = value instanceof Map || (value instanceof String text && this.answers.contains(text));
            if (!plain) {
                add(
                        MessageCode.R504,
                        place,
                        "An answer is one of: " + String.join(", ", this.answers) + ".",
                        value instanceof Boolean flag
                                ? flag ? "yes" : "no"
                                : Suggested.near(String.valueOf(value), this.answers));
            }
        });
    }

    private String questions() {
        return items.isEmpty()
                ? "These are the rules of no instrument: there are none."
                : "Questions are " + items.get(0) + " to " + items.get(items.size() - 1) + ", a run such as "
                        + items.get(0) + ".." + items.get(items.size() / 2) + ", and rest.";
    }

    private @Nullable String plainItem(String name) {
        String plain = name.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        return items.contains(plain) ? plain : null;
    }

    private void add(MessageCode code, String pointer, String message, @Nullable String meant) {
        YamlPlaces.Place place =
                code == MessageCode.R107 || code == MessageCode.R504 ? places.key(pointer) : places.value(pointer);
        Finding finding = new Finding(
                code,
                path.substring(Content.PACKS.length()),
                place.line(),
                place.column(),
                pointer,
                message,
                meant != null && meant.equals(place.value()) ? null : meant);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}

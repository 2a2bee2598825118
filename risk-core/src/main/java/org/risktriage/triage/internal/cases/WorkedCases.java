package org.risktriage.triage.internal.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.Yaml;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.Fields;

/**
 * Reads a pack's worked cases.
 *
 * <p>A file has {@code given}, what its cases share, and {@code cases}. Each case's own {@code given} goes over what is
 * shared, field by field. An answer may stand for a run of items ({@code q1..q13: yes}) and for all others ({@code rest:
 * no}); both are written out before anything else sees them.
 */
public final class WorkedCases {
    private static final int LONGEST = 400;
    private static final int MOST = 1_000;
    /** Most fields that cases may share: they are written out for each case. */
    private static final int MOST_SHARED = 100;

    private WorkedCases() {}

    /**
     * Reads the worked cases of a pack.
     *
     * @param pack the pack
     * @return the cases, in the order of the files
     * @throws org.risktriage.triage.RulesFaultException naming every fault
     */
    public static List<WorkedCase> of(LoadedPack pack) {
        return of(pack, pack.written().content());
    }

    /**
     * Reads worked cases of a pack from another place.
     *
     * @param pack the pack
     * @param content where the files are
     * @return as for {@link #of(LoadedPack)}
     * @throws org.risktriage.triage.RulesFaultException naming every fault
     */
    public static List<WorkedCase> of(LoadedPack pack, Content content) {
        PackFaults faults = new PackFaults();
        List<WorkedCase> cases = new ArrayList<>();
        String folder = pack.written().folder() + "cases/";
        for (String path : content.below(folder)) {
            List<Problem> problems = new ArrayList<>();
            Object tree = Yaml.read(content.text(path), problems);
            if (problems.isEmpty()) {
                read(path.substring(folder.length()), Fields.of(tree, "", problems), pack, cases);
            }
            faults.addAll(path, problems);
        }
        if (!Fields.repeated(cases.stream().map(WorkedCase::name).toList()).isEmpty()) {
            faults.add(folder, "", "Each case needs a name of its own.");
        }
        faults.refuseIfAny(
                "The rule pack " + pack.identity().id() + " " + pack.identity().version());
        return List.copyOf(cases);
    }

    private static void read(String file, Fields fields, LoadedPack pack, List<WorkedCase> cases) {
        fields.required("given", "cases");
        Fields shared = fields.object("given");
        List<Fields> entries = fields.objects("cases", MOST);
        fields.refuseOthers();
        if (shared == null || entries == null) {
            return;
        }
        if (shared.names().size() > MOST_SHARED) {
            fields.problem("given", "too-many", "At most " + MOST_SHARED + " entries are allowed here.");
            return;
        }
        for (Fields entry : entries) {
            entry.required("name", "expect");
            String name = entry.text("name", LONGEST);
            Fields own = entry.object("given");
            Fields expect = entry.object("expect");
            entry.refuseOthers();
            if (name != null && expect != null) {
                Map<String, @Nullable Object> given = new LinkedHashMap<>();
                copy(shared, given);
                if (own != null) {
                    copy(own, given);
                }
                Map<String, @Nullable Object> expected = new LinkedHashMap<>();
                copy(expect, expected);
                given.put("answers", answers(given.get("answers"), pack));
                cases.add(new WorkedCase(file, name, given, expected));
            }
        }
    }

    private static void copy(Fields from, Map<String, @Nullable Object> to) {
        from.names().forEach(name -> to.put(name, from.raw(name)));
    }

    private static @Nullable Object answers(@Nullable Object written, LoadedPack pack) {
        if (!(written instanceof Map<?, ?> brief) || brief.size() > AssessmentReader.MOST_ANSWERS) {
            // Kept as it is written, so that reading the assessment refuses it.
            return written;
        }
        Map<Object, @Nullable Object> full = new LinkedHashMap<>();
        brief.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.contains("..")) {
                int dots = name.indexOf("..");
                int from = pack.instrument().indexOf(name.substring(0, dots));
                int to = pack.instrument().indexOf(name.substring(dots + 2));
                for (int i = from; from >= 0 && i <= to; i++) {
                    full.put(pack.instrument().items().get(i).id(), value);
                }
                if (from < 0 || to < from) {
                    // Kept as it is written, so that reading the assessment refuses it.
                    full.put(key, value);
                }
            } else if (!name.equals("rest")) {
                full.put(key, value);
            }
        });
        Object rest = brief.get("rest");
        if (rest != null) {
            pack.instrument().items().forEach(item -> full.putIfAbsent(item.id(), rest));
        }
        return full;
    }
}

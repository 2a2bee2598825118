package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is given, as a case file would have it: one line for each field, and each item of a list. */
final class GivenText {
    private GivenText() {}

    static List<String> of(Map<String, @Nullable Object> given) {
        List<String> lines = new ArrayList<>();
        given.forEach((name, value) -> {
            if (name.equals("answers") && value instanceof Map<?, ?> answers) {
                lines.add("answers: " + answers(answers));
            } else if (value instanceof List<?> several && !several.isEmpty()) {
                lines.add(name + ":");
                several.forEach(one -> lines.add("  - " + flow(one)));
            } else {
                lines.add(name + ": " + flow(value));
            }
        });
        return lines;
    }

    private static String flow(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, one) -> parts.add(key + ": " + flow(one)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(GivenText::flow).toList()) + "]";
        }
        return String.valueOf(value);
    }

    /** Runs of one answer are written as a run, and the answer that most items have as the rest. */
    private static String answers(Map<?, ?> answers) {
        Map<String, Integer> times = new TreeMap<>();
        answers.values().forEach(answer -> times.merge(flow(answer), 1, Integer::sum));
        String rest = times.containsKey("no") ? "no" : "";
        List<String> parts = new ArrayList<>();
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        answers.forEach((id, answer) -> entries.add(Map.entry(String.valueOf(id), flow(answer))));
        for (int from = 0; from < entries.size(); ) {
            int to = from;
            while (to + 1 < entries.size()
                    && entries.get(to + 1).getValue().equals(entries.get(from).getValue())) {
                to++;
            }
            if (!entries.get(from).getValue().equals(rest)) {
                String first = entries.get(from).getKey();
                parts.add((from == to ? first : first + ".." + entries.get(to).getKey()) + ": "
                        + entries.get(from).getValue());
            }
            from = to + 1;
        }
        if (!rest.isEmpty()) {
            parts.add("rest: " + rest);
        }
        return "{" + String.join(", ", parts) + "}";
    }
}

package org.risktriage.service.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.rulebook.RuleBook.Naming;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.WorkedCase;

/** A worked case in words: what is given, and what has to come out. */
final class CaseText {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("assessedOn", "Assessed on"),
            Map.entry("yes", "Yes answers"),
            Map.entry("refer", "Referral to the MARAC"),
            Map.entry("fires", "Rules that fire"),
            Map.entry("silent", "Rules that stay silent"),
            Map.entry("noPrompts", "Prompts that may not be there"),
            Map.entry("noActions", "Actions that may not be there"),
            Map.entry("noWarnings", "Warnings that may not be there"),
            Map.entry("criteria", "Criterion"),
            Map.entry("distance", "What is short of"),
            Map.entry("because", "Reason for"),
            Map.entry("incidents", "Incidents"),
            Map.entry("maracs", "Earlier referrals"));

    private CaseText() {}

    /**
     * A case as pages show it.
     *
     * @param named its name
     * @param keptBy the pack that keeps it
     * @param given lines of what is given
     * @param expected lines of what has to come out
     */
    record Shown(String named, Kept keptBy, List<String> given, List<String> expected) {}

    /** Where a case is kept: pack and file. */
    record Kept(String from, String href) {}

    static Shown of(Naming naming) {
        return of(naming.pack(), naming.worked());
    }

    static Shown of(RulePack pack, WorkedCase worked) {
        return new Shown(
                BookText.capital(worked.name()),
                new Kept(
                        BookText.title(pack) + ", " + worked.file().replace(".yaml", ""),
                        Link.toCases(pack).href()),
                lines(worked.given()),
                lines(worked.expect()));
    }

    private static List<String> lines(Map<String, @Nullable Object> fields) {
        List<String> lines = new ArrayList<>();
        fields.forEach((field, value) -> {
            String label = label(field);
            if (field.equals("answers") && value instanceof Map<?, ?> answers) {
                lines.add(label + ": " + answers(answers));
            } else if (LABELS.containsKey(field) && value instanceof Map<?, ?> each) {
                each.forEach((name, one) -> lines.add(label + " " + name + ": " + words(one)));
            } else {
                lines.add(label + ": " + words(value));
            }
        });
        return lines;
    }

    private static String label(String field) {
        String words = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return LABELS.getOrDefault(field, BookText.capital(words));
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "not given";
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Map<?, ?> fields) {
            List<String> parts = new ArrayList<>();
            fields.forEach(
                    (name, one) -> parts.add(label(String.valueOf(name)).toLowerCase(Locale.ROOT) + " " + words(one)));
            return fields.isEmpty() ? "none" : String.join(", ", parts);
        }
        if (value instanceof List<?> list) {
            boolean records = list.stream().anyMatch(one -> one instanceof Map<?, ?>);
            return list.isEmpty()
                    ? "none"
                    : String.join(
                            records ? "; " : ", ",
                            list.stream().map(CaseText::words).toList());
        }
        return String.valueOf(value);
    }

    /** Runs of items with one answer are said as a run. */
    static String answers(Map<?, ?> answers) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        answers.forEach((item, answer) -> all.add(Map.entry(String.valueOf(item), words(answer))));
        all.sort(Comparator.comparingInt(entry -> number(entry.getKey())));
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = from;
            while (to + 1 < all.size() && follows(all.get(to), all.get(to + 1))) {
                to++;
            }
            String first = all.get(from).getKey();
            parts.add((from == to ? first : first + " to " + all.get(to).getKey()) + " "
                    + all.get(from).getValue());
            from = to + 1;
        }
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    private static boolean follows(Map.Entry<String, String> one, Map.Entry<String, String> next) {
        return one.getValue().equals(next.getValue())
                && number(one.getKey()) > 0
                && number(next.getKey()) == number(one.getKey()) + 1;
    }

    /** The place of an item, or 0 where a case names what is none. */
    private static int number(String item) {
        return item.matches("[a-z][1-9][0-9]?") ? Integer.parseInt(item.substring(1)) : 0;
    }
}

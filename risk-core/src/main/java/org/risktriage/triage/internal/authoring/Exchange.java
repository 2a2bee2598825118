package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a sign of a rule may be mistaken for. */
final class Exchange {
    private static final Map<String, List<String>> COMPARATORS = Map.ofEntries(
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")),
            Map.entry("<", List.of("<=", ">=")),
            Map.entry("<=", List.of("<", ">")),
            Map.entry(">", List.of(">=", "<=")),
            Map.entry(">=", List.of(">", "<")),
            Map.entry("||", List.of("&&")),
            Map.entry("&&", List.of("||")),
            Map.entry("not", List.of("exists")),
            Map.entry("exists", List.of("not")));

    /** Words of which a rule's author may take one for another. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("yes", "no"),
            List.of("same", "reversed"),
            List.of("below", "above"),
            List.of("standard", "medium", "high"),
            List.of("critical", "important", "advisory"),
            List.of("in-time", "ask", "too-long"));

    private static final int LARGEST = 999_999_999;

    private final List<String> details;
    private final List<String> services;

    Exchange(Set<String> details, Set<String> services) {
        this.details = List.copyOf(new TreeSet<>(details));
        this.services = List.copyOf(new TreeSet<>(services));
    }

    /** Other comparators, or none if the sign is no comparator. */
    List<String> comparators(String sign) {
        return COMPARATORS.getOrDefault(sign, List.of());
    }

    /** Whether a sign says that a fact is there, or that there is none. */
    static boolean isQuantifier(String sign) {
        return sign.equals("not") || sign.equals("exists");
    }

    /** One less and one more, or none if the sign is no number. */
    List<String> numbers(String sign) {
        List<String> others = new ArrayList<>();
        if (sign.matches("\\d{1,9}")) {
            int number = Integer.parseInt(sign);
            if (number > 0) {
                others.add(String.valueOf(number - 1));
            }
            if (number < LARGEST) {
                others.add(String.valueOf(number + 1));
            }
        }
        return others;
    }

    /** Other words in quotation marks, or none if the sign is no word that has others beside it. */
    List<String> words(String sign) {
        if (!sign.matches("\"[^\"]*\"")) {
            return List.of();
        }
        String word = sign.substring(1, sign.length() - 1);
        List<String> others = new ArrayList<>();
        for (List<String> family : FAMILIES) {
            if (family.contains(word)) {
                family.stream().filter(other -> !other.equals(word)).forEach(others::add);
            }
        }
        next(details, word, others);
        next(services, word, others);
        return others.stream().map(other -> '"' + other + '"').toList();
    }

    /** The next of some words after one, if it is one of them. */
    private static void next(List<String> words, String word, List<String> others) {
        int at = words.indexOf(word);
        if (at >= 0 && words.size() > 1) {
            others.add(words.get((at + 1) % words.size()));
        }
    }
}

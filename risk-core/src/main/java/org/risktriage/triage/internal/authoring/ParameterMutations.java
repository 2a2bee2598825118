package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Mutation.ChangedTable;
import org.risktriage.triage.internal.pack.ParameterTable;

/**
 * Mutants of a pack's parameters: each number one less and one more, each list without each entry and in another order, each
 * word turned into each other one that is allowed there.
 */
final class ParameterMutations {
    private static final String FILE = "parameters.csv";
    private static final int LARGEST = 999_999_999;

    private final ParameterTable table;
    private final List<Mutation> mutations = new ArrayList<>();

    private ParameterMutations(ParameterTable table) {
        this.table = table;
    }

    static List<Mutation> of(ParameterTable table) {
        ParameterMutations made = new ParameterMutations(table);
        for (int row = 0; row < table.own().size(); row++) {
            made.mutate(row);
        }
        return made.mutations;
    }

    private void mutate(int row) {
        String value = table.own().get(row).value();
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number > 0) {
                add(row, Kind.THRESHOLD, value + " -> " + (number - 1), String.valueOf(number - 1));
            }
            if (number < LARGEST) {
                add(row, Kind.THRESHOLD, value + " -> " + (number + 1), String.valueOf(number + 1));
            }
            return;
        }
        List<String> entries = List.of(value.split(" ", -1));
        if (entries.size() < 2) {
            choices(row, value);
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            List<String> fewer = new ArrayList<>(entries);
            add(row, Kind.LIST, "without " + fewer.remove(i), String.join(" ", fewer));
        }
        List<String> exchanged = new ArrayList<>(entries);
        Collections.swap(exchanged, 0, 1);
        add(row, Kind.LIST, entries.get(1) + " before " + entries.get(0), String.join(" ", exchanged));
    }

    private void choices(int row, String value) {
        String allowed = String.valueOf(table.own().get(row).allowed());
        List<String> words = List.of(allowed.split(" ", -1));
        if (words.contains(value)) {
            words.stream()
                    .filter(word -> !word.equals(value))
                    .forEach(word -> add(row, Kind.CHOICE, value + " -> " + word, word));
        }
    }

    private void add(int row, Kind kind, String what, String value) {
        Parameter parameter = table.own().get(row);
        boolean dated = table.own().stream()
                        .filter(other -> other.key().equals(parameter.key()))
                        .count()
                > 1;
        String id = parameter.key() + (dated ? " from " + parameter.from() : "") + " " + what;
        mutations.add(new ChangedTable(new Mutant(id, kind, FILE, table.line(row)), table.with(row, value)));
    }
}

package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Mutation.ChangedRule;
import org.risktriage.triage.internal.authoring.Mutation.DroppedRule;
import org.risktriage.triage.internal.authoring.RuleText.Sign;

/** Mutants of one rule: the rule left out, and each comparator, number and word in it turned into another. */
final class RuleMutations {
    private final Exchange exchange;
    private final String file;
    private final CheckedRule rule;
    private final RuleText written;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Mutation> mutations = new ArrayList<>();

    private RuleMutations(Exchange exchange, String file, CheckedRule rule, RuleText written) {
        this.exchange = exchange;
        this.file = file;
        this.rule = rule;
        this.written = written;
    }

    /**
     * The mutants of one rule.
     *
     * @param exchange what may be turned into what
     * @param file path of its file within the pack
     * @param rule the rule as the profile let it through
     * @param written the rule as its author wrote it
     */
    static List<Mutation> of(Exchange exchange, String file, CheckedRule rule, RuleText written) {
        RuleMutations made = new RuleMutations(exchange, file, rule, written);
        made.mutations.add(
                new DroppedRule(new Mutant(made.name() + " dropped", Kind.RULE, file, rule.line()), rule.id()));
        made.conditions(written.conditions());
        made.statements(written.statements());
        return made.mutations;
    }

    private void conditions(List<Sign> signs) {
        for (int i = 0; i < signs.size(); i++) {
            Sign sign = signs.get(i);
            String before = partBefore(signs, i);
            for (String other : exchange.comparators(sign.text())) {
                String after = Exchange.isQuantifier(sign.text())
                        ? " " + signs.get(i + 1).text()
                        : "";
                add(Kind.COMPARATOR, sign, before + sign.text() + " -> " + other + after, other);
            }
            values(sign, before);
        }
    }

    private void statements(List<Sign> signs) {
        for (int i = 0; i < signs.size(); i++) {
            values(signs.get(i), statementBefore(signs, i));
        }
    }

    private void values(Sign sign, String before) {
        for (String other : exchange.numbers(sign.text())) {
            add(Kind.NUMBER, sign, before + sign.text() + " -> " + other, other);
        }
        for (String other : exchange.words(sign.text())) {
            add(Kind.WORD, sign, before + sign.text() + " -> " + other, other);
        }
    }

    private void add(Kind kind, Sign sign, String change, String other) {
        String what = name() + ": " + change;
        int times = seen.merge(what, 1, Integer::sum);
        String id = times == 1 ? what : what + " (" + times + ")";
        mutations.add(new ChangedRule(new Mutant(id, kind, file, sign.line()), rule.id(), written.with(sign, other)));
    }

    private String name() {
        return "rule " + rule.id().substring(rule.id().indexOf('/') + 1);
    }

    /** What stands before a sign in a condition, back to where its part begins. */
    private static String partBefore(List<Sign> signs, int at) {
        int from = at;
        while (from > 0 && !signs.get(from - 1).text().matches("[,;()]|&&|\\|\\|")) {
            from--;
        }
        return words(signs.subList(from, at));
    }

    /** What stands before a sign in a statement, back to its verb. */
    private static String statementBefore(List<Sign> signs, int at) {
        int from = at;
        while (from > 0 && !signs.get(from - 1).text().matches("[.;]")) {
            from--;
        }
        return words(signs.subList(from, at));
    }

    private static String words(List<Sign> signs) {
        StringBuilder words = new StringBuilder();
        for (Sign sign : signs) {
            boolean joined = words.isEmpty() || sign.text().matches("[(,]");
            words.append(joined ? "" : " ").append(sign.text());
        }
        return words.isEmpty() ? "" : words.append(' ').toString();
    }
}

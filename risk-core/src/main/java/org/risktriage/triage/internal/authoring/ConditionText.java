package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.authoring.Explained.Condition;

/** A rule's conditions in words, each with whether it holds and what was found. */
final class ConditionText {
    private final Matching matching;
    private final FactTable facts;
    private final Policy policy;
    private final String letter;

    /**
     * Conditions on the facts of a decision.
     *
     * @param letter the letter of the instrument's items
     */
    ConditionText(FactTable facts, Policy policy, String letter) {
        this.matching = new Matching(facts, policy);
        this.facts = facts;
        this.policy = policy;
        this.letter = letter;
    }

    boolean fires(CheckedRule rule) {
        return matching.fires(rule);
    }

    /** The conditions of a rule, in its order; where facts are joined, of the facts with which it came furthest. */
    List<Condition> of(CheckedRule rule) {
        Map<String, Object> variables = nearest(rule);
        List<Condition> conditions = new ArrayList<>();
        for (Part part : rule.parts()) {
            if (part.how() == Part.How.ONE) {
                for (Clause clause : part.clauses()) {
                    one(part.type(), clause, variables, conditions);
                }
            } else if (!(part.type().equals("Perpetrator") && part.clauses().isEmpty())) {
                conditions.add(several(part, variables));
            }
        }
        return conditions;
    }

    /** What variables hold where the rule came furthest; of several such ways the one in which most was counted. */
    private Map<String, Object> nearest(CheckedRule rule) {
        // What an assessment has one of binds nobody: where it does not hold, the histories are looked at all the same.
        List<Matching.Way> ways = matching.ways(
                rule.parts().stream().filter(part -> part.how() != Part.How.ONE).toList());
        Matching.Way best = ways.get(0);
        long most = -1;
        for (Matching.Way way : ways) {
            long counted = 0;
            for (Part part : rule.parts()) {
                if (part.how() == Part.How.COUNT) {
                    counted += matching.matching(part, way.variables()).size();
                }
            }
            if (way.held() == best.held() && counted > most) {
                best = way;
                most = counted;
            }
        }
        return best.variables();
    }

    private void one(String type, Clause clause, Map<String, Object> variables, List<Condition> conditions) {
        List<Object> all = facts.of(type);
        if (all.isEmpty()) {
            return;
        }
        Object fact = all.get(0);
        conditions.add(new Condition(
                words(type, clause, variables),
                Truth.holds(clause, field -> FactTable.value(fact, field), policy, variables),
                found(type, clause, fact)));
    }

    private String found(String type, Clause clause, Object fact) {
        if (clause instanceof Clause.Choice choice) {
            return policy.text(choice.key());
        }
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Clause.Comparison> comparisons = LinesTested.comparisons(clause);
        for (Clause.Comparison comparison : comparisons) {
            if (seen.add(comparison.field())) {
                Object value = FactTable.value(fact, comparison.field());
                found.add(
                        comparisons.size() == 1 ? shown(value) : field(type, comparison.field()) + " " + shown(value));
            }
        }
        return String.join(", ", found);
    }

    private static String shown(Object value) {
        return value.equals(-1) ? "not known" : value.toString().isEmpty() ? "not given" : value.toString();
    }

    private Condition several(Part part, Map<String, Object> variables) {
        int met = matching.matching(part, variables).size();
        int all = facts.of(part.type()).size();
        List<String> clauses = new ArrayList<>();
        for (Clause clause : part.clauses()) {
            boolean join = LinesTested.comparisons(clause).stream()
                    .anyMatch(comparison -> comparison.operand() instanceof Operand.Variable);
            clauses.add(join ? "by the same perpetrator" : words(part.type(), clause, variables));
        }
        String with = clauses.isEmpty() ? "" : " (" + String.join("; ", clauses) + ")";
        String found = met + " of " + all;
        Part.Count count = part.count();
        if (count != null) {
            return new Condition(
                    plural(part.type()) + with + ": " + sign(count.sign()) + " " + operand(count.line(), variables),
                    Truth.compares((long) met, count.sign(), Truth.value(count.line(), policy, variables)),
                    found);
        }
        boolean none = part.how() == Part.How.NONE;
        return new Condition((none ? "no " : "at least one ") + noun(part.type()) + with, none == (met == 0), found);
    }

    private String words(String type, Clause clause, Map<String, Object> variables) {
        if (clause instanceof Clause.AllOf all) {
            return String.join(
                    " and ",
                    all.clauses().stream()
                            .map(one -> words(type, one, variables))
                            .toList());
        }
        if (clause instanceof Clause.AnyOf any) {
            return String.join(
                    " or ",
                    any.clauses().stream()
                            .map(one -> words(type, one, variables))
                            .toList());
        }
        if (clause instanceof Clause.Choice choice) {
            return "the parameter " + choice.key() + " " + sign(choice.sign()) + " " + choice.word();
        }
        Clause.Comparison comparison = (Clause.Comparison) clause;
        return field(type, comparison.field()) + " " + sign(comparison.sign()) + " "
                + operand(comparison.operand(), variables);
    }

    private String operand(Operand operand, Map<String, Object> variables) {
        String value = String.valueOf(Truth.value(operand, policy, variables));
        return operand instanceof Operand.Parameter parameter ? value + " [" + parameter.key() + "]" : value;
    }

    private static String sign(String sign) {
        return switch (sign) {
            case "==" -> "is";
            case "!=" -> "is not";
            case "<" -> "less than";
            case "<=" -> "at most";
            case ">" -> "more than";
            case ">=" -> "at least";
            case "memberOf" -> "is one of";
            default -> "contains";
        };
    }

    private String field(String type, String field) {
        int item = type.equals("Checklist") ? Vocabulary.item(field) : 0;
        if (item > 0) {
            return letter + item;
        }
        return switch (type + "." + field) {
            case "Checklist.yes" -> "yes answers";
            case "Checklist.no" -> "no answers";
            case "Checklist.unknown" -> "unknown answers";
            case "Judgement.highRisk" -> "a judgement of high risk";
            case "Judgement.grade" -> "the grade";
            case "Victim.ageGiven" -> "the victim's age is known:";
            case "Victim.age" -> "the victim's age";
            case "History.incidentsGiven" -> "incidents were given:";
            case "History.referralsGiven" -> "referrals were given:";
            case "Incident.withinMonths", "Referral.withinMonths" -> "months back";
            case "FurtherIncident.monthsAfter" -> "months after the referral";
            case "Incident.direction", "FurtherIncident.direction" -> "direction";
            case "Incident.kind", "FurtherIncident.kind" -> "kind";
            case "Incident.crime", "FurtherIncident.crime" -> "a crime:";
            default -> type.toLowerCase(java.util.Locale.ROOT) + "." + field;
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "Incident" -> "incident";
            case "FurtherIncident" -> "incident after a referral";
            case "Referral" -> "earlier referral";
            case "Perpetrator" -> "perpetrator";
            default -> type;
        };
    }

    private static String plural(String type) {
        return switch (type) {
            case "Incident" -> "incidents";
            case "FurtherIncident" -> "incidents after a referral";
            case "Referral" -> "earlier referrals";
            case "Perpetrator" -> "perpetrators";
            default -> type;
        };
    }
}

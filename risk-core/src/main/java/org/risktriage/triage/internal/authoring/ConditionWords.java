package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The conditions of rules in words. What stands beside the sign of a comparison is written as whoever asks has it. */
final class ConditionWords {
    private final String letter;
    private final Function<Operand, String> operands;

    /**
     * Words of conditions.
     *
     * @param letter the letter of the instrument's items
     * @param operands writes what stands beside a sign
     */
    ConditionWords(String letter, Function<Operand, String> operands) {
        this.letter = letter;
        this.operands = operands;
    }

    /** The conditions of a rule, whatever the case and the values: parameters are named in square brackets. */
    static List<String> of(CheckedRule rule) {
        ConditionWords words = new ConditionWords(letter(rule), operand -> named(rule, operand));
        List<String> conditions = new ArrayList<>();
        for (Part part : rule.parts()) {
            if (part.how() == Part.How.ONE) {
                part.clauses().forEach(clause -> conditions.add(words.clause(part.type(), clause)));
            } else if (isEachPerpetrator(part)) {
                conditions.add("for each perpetrator apart");
            } else {
                conditions.add(words.several(part));
            }
        }
        return List.copyOf(conditions);
    }

    /** Whether a part only binds a perpetrator, for the parts that follow. */
    static boolean isEachPerpetrator(Part part) {
        return part.type().equals("Perpetrator") && part.clauses().isEmpty();
    }

    /** What an operand is called where it has no value: a parameter by its key, a variable by what it holds. */
    static String named(CheckedRule rule, Operand operand) {
        if (operand instanceof Operand.Word word) {
            return word.text().isEmpty() ? "not given" : word.text();
        }
        if (operand instanceof Operand.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (operand instanceof Operand.Parameter parameter) {
            return "[" + parameter.key() + "]";
        }
        String variable = ((Operand.Variable) operand).variable();
        Map<String, String> holds = new HashMap<>();
        ConditionWords words = new ConditionWords(letter(rule), other -> "");
        for (Part part : rule.parts()) {
            part.bindings().forEach((name, field) -> holds.put(name, words.field(part.type(), field)));
            Part.Count count = part.count();
            if (count != null) {
                holds.put(count.variable(), "their number");
            }
        }
        return holds.getOrDefault(variable, variable.replace("$", ""));
    }

    private static String letter(CheckedRule rule) {
        return rule.items().stream()
                .findFirst()
                .map(item -> item.substring(0, 1))
                .orElse("q");
    }

    String clause(String type, Clause clause) {
        if (clause instanceof Clause.AllOf all) {
            return joined(type, all.clauses(), " and ");
        }
        if (clause instanceof Clause.AnyOf any) {
            return joined(type, any.clauses(), " or ");
        }
        if (clause instanceof Clause.Choice choice) {
            return "the parameter " + choice.key() + " " + sign(choice.sign()) + " " + choice.word();
        }
        Clause.Comparison comparison = (Clause.Comparison) clause;
        return field(type, comparison.field()) + " " + sign(comparison.sign()) + " "
                + operands.apply(comparison.operand());
    }

    private String joined(String type, List<Clause> clauses, String by) {
        return String.join(by, clauses.stream().map(one -> clause(type, one)).toList());
    }

    /** A part that looks at facts of which there may be several. */
    String several(Part part) {
        List<String> clauses = new ArrayList<>();
        for (Clause clause : part.clauses()) {
            boolean join = LinesTested.comparisons(clause).stream()
                    .anyMatch(comparison -> comparison.operand() instanceof Operand.Variable);
            clauses.add(join ? "by the same perpetrator" : clause(part.type(), clause));
        }
        String with = clauses.isEmpty() ? "" : " (" + String.join("; ", clauses) + ")";
        Part.Count count = part.count();
        if (count != null) {
            return plural(part.type()) + with + ": " + sign(count.sign()) + " " + operands.apply(count.line());
        }
        return (part.how() == Part.How.NONE ? "no " : "at least one ") + noun(part.type()) + with;
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

    String field(String type, String field) {
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
            case "Outcome.level" -> "the level found";
            case "Outcome.atMost" -> "the level that it could become";
            case "Outcome.refer" -> "a referral to the MARAC follows:";
            case "Outcome.inScope" -> "the instrument is for this person:";
            case "Outcome.requested" -> "the level that was asked for";
            case "Perpetrator.ageGiven" -> "the perpetrator's age is known:";
            case "Perpetrator.age" -> "the perpetrator's age";
            case "Call.ended" -> "the contact is over:";
            case "Checklist.answered" -> "answers given";
            case "Checklist.declined" -> "answers declined";
            case "Checklist.details" -> "the details";
            default -> type.toLowerCase(Locale.ROOT) + "." + field;
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "Incident" -> "incident";
            case "FurtherIncident" -> "incident after a referral";
            case "Referral" -> "earlier referral";
            case "Perpetrator" -> "perpetrator";
            case "Row" -> "row of the profile";
            case "Earlier" -> "earlier assessment";
            case "BaseCriterion" -> "criterion of the base rules that is met there";
            case "BeyondCalendar" -> "due date past the end of the calendar";
            default -> type;
        };
    }

    private static String plural(String type) {
        return switch (type) {
            case "Incident" -> "incidents";
            case "FurtherIncident" -> "incidents after a referral";
            case "Referral" -> "earlier referrals";
            case "Perpetrator" -> "perpetrators";
            case "Row" -> "rows of the profile";
            case "Earlier" -> "earlier assessments";
            default -> type;
        };
    }
}

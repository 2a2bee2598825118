package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.authoring.Part.How;
import org.risktriage.triage.internal.authoring.Tokens.Token;
import org.risktriage.triage.internal.authoring.Tokens.Type;
import org.risktriage.triage.internal.authoring.Vocabulary.Kind;

/**
 * The {@code when} part of one rule: checked against the vocabulary, and written anew from what was checked.
 *
 * <p>Allowed are patterns over fact types, {@code not} and {@code exists} before one pattern, and {@code accumulate} that
 * counts one pattern. A pattern holds comparisons of its fields with words, numbers and variables, and bindings.
 */
final class Conditions {
    private static final String VARIABLE = "\\$[a-z][A-Za-z0-9]{0,39}";
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final Set<String> EQUALITY = Set.of("==", "!=");

    /** Fields that hold a count, which says nothing without the instrument that it comes from. */
    private static final Set<String> COUNTS = Set.of("yes", "no");

    /** Fields that hold a caller's own words, which no reply may show. */
    private static final Set<String> WITHHELD =
            Set.of("ref", "perpetrator", "relationship", "residence", "perpetratorResidence");

    private final Vocabulary vocabulary;
    private final PackWords words;
    private final Map<String, Kind> variables = new HashMap<>();
    /** Parameters that a variable stands for, as they are written. */
    private final Map<String, String> readings = new LinkedHashMap<>();

    /** Constraints on what there is exactly one of. */
    private final List<String> one = new ArrayList<>();
    /** Conditions on what there may be several of. */
    private final List<String> several = new ArrayList<>();

    private final Set<String> boundBySeveral = new TreeSet<>();
    private final Set<String> withheld = new TreeSet<>();
    /** Parameters with which a count is compared. */
    private final Set<String> countLines = new TreeSet<>();

    /** The same parts as a tree, for those who reason about rules. */
    private final List<Part> parts = new ArrayList<>();
    /** Fields of the pattern that is being read, by the variables that they are bound to. */
    private Map<String, String> bound = new LinkedHashMap<>();

    private final Set<String> items = new TreeSet<>();
    private final Set<String> reads = new TreeSet<>();
    private boolean crimes;
    private final Set<String> facts = new TreeSet<>();
    private @Nullable String lowering;
    private int lastLine;

    Conditions(Vocabulary vocabulary, PackWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** The variables that statements and sentences may show, with what they hold. */
    Map<String, Kind> shown() {
        Map<String, Kind> shown = new HashMap<>(variables);
        shown.keySet().removeAll(withheld);
        return shown;
    }

    /** What was read, as a tree. */
    List<Part> parts() {
        return parts;
    }

    /** The operand that a sign of the conditions or the statements stands for. */
    Operand operand(Token token) {
        return switch (token.type()) {
            case NUMBER -> new Operand.Whole(Integer.parseInt(token.text()));
            case VARIABLE -> {
                String reading = readings.get(token.text());
                yield reading == null
                        ? new Operand.Variable(token.text())
                        : new Operand.Parameter(
                                reading.substring(reading.indexOf('"') + 1, reading.lastIndexOf('"')),
                                variables.getOrDefault(token.text(), Kind.WORD));
            }
            default -> new Operand.Word(token.text());
        };
    }

    /** Ids of the items that the rule names. */
    Set<String> items() {
        return items;
    }

    /** Keys of the parameters that the rule reads. */
    Set<String> reads() {
        return reads;
    }

    /** Whether the rule asks if an incident was a crime. */
    boolean crimes() {
        return crimes;
    }

    /** The fact types that the rule matches. */
    Set<String> facts() {
        return facts;
    }

    /** A condition that more evidence could make false, or null if there is none. */
    @Nullable
    String lowering() {
        return lowering;
    }

    /** The line of the part that was read last, for messages. */
    int lastLine() {
        return lastLine;
    }

    /** Reads and checks the conditions. */
    void read(AndDescr when) throws ProfileFault {
        for (BaseDescr part : when.getDescrs()) {
            String element = element(part);
            if (!element.isEmpty()) {
                several.add(element);
            }
        }
        if (facts.isEmpty()) {
            throw new ProfileFault("A rule needs a condition beside the parameters that it reads.");
        }
    }

    /**
     * The conditions written anew. What an assessment has exactly one of is one fact, {@code Given} for a rule that
     * decides and {@code Decided} for one that advises; every fact knows the policy. So most rules match a single fact.
     *
     * @param decides whether the rule decides
     */
    String written(boolean decides) {
        StringJoiner constraints = new StringJoiner(", ", "( ", " )");
        constraints.setEmptyValue("()");
        countLines.forEach(variable -> constraints.add(variable + " : policy." + readings.get(variable)));
        one.forEach(constraints::add);
        StringBuilder drl = new StringBuilder();
        drl.append("    ")
                .append(decides ? "Given" : "Decided")
                .append(constraints)
                .append('\n');
        several.forEach(element -> drl.append("    ").append(element).append('\n'));
        return drl.toString();
    }

    /** Declarations of the variables that stand for parameters, for the statements. */
    String parameters() {
        StringBuilder written = new StringBuilder();
        readings.forEach((variable, reading) -> {
            if (!countLines.contains(variable)) {
                written.append("    ")
                        .append(typeOf(variable))
                        .append(' ')
                        .append(variable)
                        .append(" = findings.policy().")
                        .append(reading)
                        .append(";\n");
            }
        });
        return written.toString();
    }

    private String typeOf(String variable) {
        return switch (variables.getOrDefault(variable, Kind.WORD)) {
            case NUMBER -> "int";
            case WORDS -> "java.util.List<String>";
            default -> "String";
        };
    }

    private String element(BaseDescr part) throws ProfileFault {
        lastLine = part.getLine();
        if (part instanceof PatternDescr pattern) {
            return pattern.getSource() == null ? pattern(pattern, How.EACH) : count(pattern);
        }
        if (part instanceof NotDescr not) {
            lowering = "not";
            return "not " + single(not, How.NONE);
        }
        if (part instanceof ExistsDescr exists) {
            return "exists " + single(exists, How.EXISTS);
        }
        throw new ProfileFault("Only fact types, not, exists and a counting accumulate are allowed here.");
    }

    private String single(ConditionalElementDescr element, How how) throws ProfileFault {
        List<? extends BaseDescr> parts = element.getDescrs();
        if (parts.size() == 1
                && parts.get(0) instanceof PatternDescr pattern
                && pattern.getSource() == null
                && !vocabulary.isOne(String.valueOf(pattern.getObjectType()))) {
            return pattern(pattern, how);
        }
        throw new ProfileFault("not and exists stand before one fact of which there may be several or none: "
                + Vocabulary.join(vocabulary.several()) + ".");
    }

    private String pattern(PatternDescr pattern, How how) throws ProfileFault {
        lastLine = pattern.getLine();
        if (pattern.getIdentifier() != null) {
            throw new ProfileFault("A fact itself cannot be bound; bind its fields.");
        }
        return plain(pattern, how);
    }

    private String plain(PatternDescr pattern, How how) throws ProfileFault {
        String type = pattern.getObjectType();
        if (type == null || !vocabulary.isFact(type)) {
            throw new ProfileFault("There is no such fact. Facts are: " + Vocabulary.join(vocabulary.facts()) + ".");
        }
        if (pattern.isUnification()
                || pattern.isQuery()
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotations().isEmpty()) {
            throw new ProfileFault("A fact type takes comparisons and bindings only.");
        }
        if (!type.equals("Policy")) {
            facts.add(type);
        }
        List<String> constraints = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        bound = new LinkedHashMap<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            Written written = constraint(constraint, type, how == How.EACH);
            constraints.add(written.drl());
            if (written.clause() != null) {
                clauses.add(written.clause());
            }
        }
        if (!type.equals("Policy")) {
            parts.add(new Part(
                    vocabulary.isOne(type) ? How.ONE : how, type, List.copyOf(clauses), Map.copyOf(bound), null));
        }
        if (!vocabulary.isOne(type)) {
            return constraints.isEmpty() ? type + "()" : type + "( " + String.join(", ", constraints) + " )";
        }
        if (!type.equals("Policy")) {
            one.addAll(constraints);
        }
        return "";
    }

    /**
     * A condition, written anew and as a tree.
     *
     * @param drl as it is written
     * @param clause as a tree; null where nothing is compared
     */
    private record Written(String drl, @Nullable Clause clause) {}

    private Written constraint(BaseDescr constraint, String type, boolean mayBind) throws ProfileFault {
        if (!(constraint instanceof ExprConstraintDescr expression)
                || expression.getType() != ExprConstraintDescr.Type.NAMED) {
            throw new ProfileFault("A fact type takes comparisons and bindings only.");
        }
        lastLine = Math.max(lastLine, expression.getLine());
        Tokens tokens = Tokens.of(expression.getExpression());
        Written written =
                tokens.peek(1).is(":") ? new Written(binding(tokens, type, mayBind), null) : either(tokens, type);
        if (!tokens.atEnd()) {
            throw new ProfileFault("A comparison or a binding ends before this; separate conditions by commas.");
        }
        return written;
    }

    private String binding(Tokens tokens, String type, boolean mayBind) throws ProfileFault {
        Token variable = tokens.expect(Type.VARIABLE, "A $variable");
        tokens.expect(":");
        Token field = tokens.expect(Type.WORD, "A field");
        if (!mayBind) {
            throw new ProfileFault("Nothing can be bound inside not, exists or accumulate.");
        }
        if (tokens.takeIf("(")) {
            Kind kind = vocabulary.reading(type, field.text());
            if (kind == null) {
                throw new ProfileFault("Only Policy is read with number( ), text( ) and list( ).");
            }
            Token key = tokens.expect(Type.LITERAL, "The key of a parameter, in quotation marks,");
            tokens.expect(")");
            if (!words.parameters().contains(key.text())) {
                throw new ProfileFault("parameters.csv has no parameter '" + key.text()
                        + "', or not on every day on which the pack is in force.");
            }
            if (kind == Kind.NUMBER && !words.numbers().contains(key.text())) {
                throw new ProfileFault("The parameter '" + key.text() + "' is not a whole number.");
            }
            bind(variable, kind);
            reads.add(key.text());
            String reading = field.text() + "( " + key.written() + " )";
            readings.put(variable.text(), reading);
            // Nothing is written here: a parameter is read where its variable stands.
            return "";
        }
        field = item(type, field);
        bind(variable, kindOf(type, field.text()));
        if (WITHHELD.contains(field.text())) {
            withheld.add(variable.text());
        }
        if (!vocabulary.isOne(type)) {
            boundBySeveral.add(variable.text());
        }
        bound.put(variable.text(), field.text());
        return variable.text() + " : " + path(type, field);
    }

    /** How a field is reached in what is written. */
    private String path(String type, Token field) {
        return vocabulary.isOne(type)
                ? type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + field.text()
                : field.text();
    }

    private void bind(Token variable, Kind kind) throws ProfileFault {
        if (variables.putIfAbsent(variable.text(), kind) != null) {
            throw new ProfileFault("The variable " + variable.text() + " is bound twice.");
        }
    }

    /**
     * The field of an item. Rules name items as the instrument does, so that a rule of one instrument cannot read an item of
     * another; the fact knows them by place alone.
     */
    private Token item(String type, Token field) throws ProfileFault {
        if (!type.equals("Checklist")) {
            return field;
        }
        if (words.items() == 0 && COUNTS.contains(field.text())) {
            throw new ProfileFault(
                    "These are the rules of no instrument, so that there is no count that they could read.");
        }
        if (!field.text().matches(Vocabulary.ITEM)) {
            return field;
        }
        if (!field.text().startsWith(words.letter()) || words.items() == 0) {
            throw new ProfileFault("No rule here can read an item of another instrument. "
                    + (words.items() == 0
                            ? "These are the rules of no instrument."
                            : "Its items are " + words.letter() + "1 to " + words.letter() + words.items() + "."));
        }
        return new Token(field.type(), "q" + field.text().substring(1));
    }

    private Kind kindOf(String type, String field) throws ProfileFault {
        Kind kind = vocabulary.field(type, field);
        if (kind == null) {
            throw new ProfileFault(
                    type + " has no such field. Its fields are: " + Vocabulary.join(vocabulary.fields(type)) + ".");
        }
        int item = type.equals("Checklist") ? Vocabulary.item(field) : 0;
        if (item > words.items()) {
            throw new ProfileFault("The instrument has " + words.items() + " questions.");
        }
        if (item > 0) {
            items.add(words.letter() + item);
        }
        return kind;
    }

    private Written either(Tokens tokens, String type) throws ProfileFault {
        return joined(tokens, type, "||");
    }

    /** Several conditions with one sign between them; {@code &&} binds closer than {@code ||}. */
    private Written joined(Tokens tokens, String type, String sign) throws ProfileFault {
        StringBuilder drl = new StringBuilder();
        List<Clause> clauses = new ArrayList<>(1);
        do {
            Written next = sign.equals("||") ? joined(tokens, type, "&&") : comparison(tokens, type);
            drl.append(drl.isEmpty() ? "" : " " + sign + " ").append(next.drl());
            clauses.add(java.util.Objects.requireNonNull(next.clause()));
        } while (tokens.takeIf(sign));
        Clause all =
                sign.equals("||") ? new Clause.AnyOf(List.copyOf(clauses)) : new Clause.AllOf(List.copyOf(clauses));
        return new Written(drl.toString(), clauses.size() == 1 ? clauses.get(0) : all);
    }

    private Written comparison(Tokens tokens, String type) throws ProfileFault {
        if (tokens.takeIf("(")) {
            Written inner = either(tokens, type);
            tokens.expect(")");
            return inner.drl().contains(" || ") ? new Written("( " + inner.drl() + " )", inner.clause()) : inner;
        }
        if (tokens.peek(0).type() == Type.VARIABLE) {
            return parameter(tokens);
        }
        Token field = tokens.expect(Type.WORD, "A field");
        field = item(type, field);
        Kind kind = kindOf(type, field.text());
        crimes |= field.text().equals("crime");
        Token operator = tokens.take();
        Token operand = tokens.take();
        Kind other = kindOf(operand);
        boolean fits;
        if (operator.is("contains")) {
            fits = kind == Kind.WORDS && other == Kind.WORD;
            details(type, field, operand);
        } else if (operator.is("memberOf")) {
            fits = kind == Kind.WORD && other == Kind.WORDS;
        } else if (ORDER.contains(operator.text())) {
            fits = kind == Kind.NUMBER && other == Kind.NUMBER;
        } else if (EQUALITY.contains(operator.text())) {
            fits = kind == other && kind != Kind.WORDS;
        } else {
            throw new ProfileFault("One of ==, !=, <, <=, >, >=, contains and memberOf is needed here.");
        }
        if (!fits) {
            throw new ProfileFault("The field '" + field.text() + "' holds a " + name(kind)
                    + " and cannot be compared with what stands beside it.");
        }
        boolean fixed = operand.type() != Type.VARIABLE || readings.containsKey(operand.text());
        if (!Monotone.holds(type, field.text(), operator, operand, fixed)) {
            lowering = field.text() + " " + operator.text();
        }
        String reading = readings.get(operand.text());
        if (vocabulary.isOne(type) && boundBySeveral.contains(operand.text())) {
            throw new ProfileFault(
                    "Compare " + operand.text() + " in the fact that it is bound in, or in a later one of: "
                            + Vocabulary.join(vocabulary.several()) + ".");
        }
        return new Written(
                path(type, field) + " " + operator.text() + " "
                        + (reading == null ? operand.written() : "policy." + reading),
                new Clause.Comparison(field.text(), operator.text(), operand(operand)));
    }

    /** A parameter that is one of some words: what the pack chose, whatever the evidence. */
    private Written parameter(Tokens tokens) throws ProfileFault {
        Token variable = tokens.take();
        String reading = readings.get(variable.text());
        if (reading == null || variables.get(variable.text()) != Kind.WORD) {
            throw new ProfileFault("Only a parameter that was read with text( ) may stand before the sign.");
        }
        Token operator = tokens.take();
        Token word = tokens.take();
        if (!EQUALITY.contains(operator.text()) || word.type() != Type.LITERAL) {
            throw new ProfileFault("A parameter is compared by == or != with a word in quotation marks.");
        }
        String key = reading.substring(reading.indexOf('"') + 1, reading.lastIndexOf('"'));
        return new Written(
                "policy." + reading + " " + operator.text() + " " + word.written(),
                new Clause.Choice(key, operator.text(), word.text()));
    }

    private void details(String type, Token field, Token operand) throws ProfileFault {
        if (type.equals("Checklist") && operand.type() == Type.LITERAL) {
            if (!words.details().contains(operand.text())) {
                throw new ProfileFault(
                        "The instrument declares no such detail. A detail is written as in q18:children.");
            }
            items.add(operand.text().substring(0, operand.text().indexOf(':')));
        } else if (field.text().equals("details")) {
            throw new ProfileFault("Details are compared with a word in quotation marks, as in q18:children.");
        }
    }

    private Kind kindOf(Token operand) throws ProfileFault {
        return switch (operand.type()) {
            case LITERAL -> Kind.WORD;
            case NUMBER -> Kind.NUMBER;
            case VARIABLE -> {
                Kind kind = variables.get(operand.text());
                if (kind == null) {
                    throw new ProfileFault("The variable " + operand.text() + " is not bound before this.");
                }
                yield kind;
            }
            default ->
                throw new ProfileFault("A word in quotation marks, a whole number or a $variable is needed here.");
        };
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case WORD -> "word";
            case NUMBER -> "whole number";
            case DAY -> "day";
            case WORDS -> "list of words";
        };
    }

    /** Rewrites {@code accumulate( $x : Fact( ... ); $n : count( $x ); $n >= $line )}, the one way to count. */
    private String count(PatternDescr pattern) throws ProfileFault {
        String form = "Only this form counts: accumulate( $x : Fact( ... ); $n : count( $x ); $n >= $line ).";
        if (!(pattern.getSource() instanceof AccumulateDescr accumulate)
                || !accumulate.isSinglePattern()
                || accumulate.getFunctions().size() != 1
                || accumulate.getInitCode() != null
                || accumulate.getActionCode() != null
                || accumulate.getReverseCode() != null
                || accumulate.getResultCode() != null) {
            throw new ProfileFault(form);
        }
        AccumulateDescr.AccumulateFunctionCallDescr function =
                accumulate.getFunctions().get(0);
        PatternDescr counted = accumulate.getInputPattern();
        String identifier = counted.getIdentifier();
        if (identifier == null
                || !identifier.matches(VARIABLE)
                || counted.getSource() != null
                || !"count".equals(function.getFunction())
                || function.isUnification()
                || function.getParams().length != 1
                || !identifier.equals(function.getParams()[0])
                || function.getBind() == null
                || !function.getBind().matches(VARIABLE)
                || variables.containsKey(identifier)) {
            throw new ProfileFault(form);
        }
        if (vocabulary.isOne(String.valueOf(counted.getObjectType()))) {
            throw new ProfileFault("Only facts of which there may be several are counted: "
                    + Vocabulary.join(vocabulary.several()) + ".");
        }
        String inner = plain(counted, How.COUNT);
        bind(new Token(Type.VARIABLE, function.getBind()), Kind.NUMBER);
        if (pattern.getConstraint().getDescrs().size() != 1
                || !(pattern.getConstraint().getDescrs().get(0) instanceof ExprConstraintDescr result)) {
            throw new ProfileFault(form);
        }
        Tokens tokens = Tokens.of(result.getExpression());
        Token left = tokens.expect(Type.VARIABLE, "The $variable of the count");
        Token operator = tokens.take();
        Token right = tokens.take();
        if (!left.text().equals(function.getBind())
                || !(ORDER.contains(operator.text()) || EQUALITY.contains(operator.text()))
                || kindOf(right) != Kind.NUMBER
                || !tokens.atEnd()) {
            throw new ProfileFault(form);
        }
        if (readings.containsKey(right.text())) {
            countLines.add(right.text());
        }
        boolean fixed = right.type() == Type.NUMBER || readings.containsKey(right.text());
        if (!fixed || !(operator.is(">=") || operator.is(">"))) {
            lowering = "a count that may not grow";
        }
        Part all = parts.remove(parts.size() - 1);
        parts.add(new Part(
                How.COUNT,
                all.type(),
                all.clauses(),
                all.bindings(),
                new Part.Count(left.text(), operator.text(), operand(right))));
        return "accumulate( " + identifier + " : " + inner + "; " + function.getBind() + " : count( " + identifier
                + " ); " + left.text() + " " + operator.text() + " " + right.written() + " )";
    }
}

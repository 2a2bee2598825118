package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.authoring.Tokens.Token;
import org.risktriage.triage.internal.authoring.Tokens.Type;
import org.risktriage.triage.internal.authoring.Vocabulary.Kind;

/** The {@code then} part of one rule: statements of the form {@code findings.verb( ... );}, checked and written anew. */
final class Consequence {
    /** What the last word of a verb may be. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "prompt", List.of("critical", "important", "advisory"),
            "level", List.of("standard", "medium", "high"),
            "meeting", List.of("in-time", "ask", "too-long"));

    /** Verbs whose first word is a service of the pack. */
    private static final Set<String> ROUTES = Set.of("offer", "fallback");

    private final Vocabulary vocabulary;
    private final PackWords words;
    private final Map<String, Kind> variables;
    private final Set<String> verbs = new HashSet<>();
    private final StringBuilder written = new StringBuilder();
    private final List<List<Token>> statements = new ArrayList<>();
    private boolean raises;

    Consequence(Vocabulary vocabulary, PackWords words, Map<String, Kind> variables) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.variables = variables;
    }

    /** Whether the rule decides: states a level or a criterion. */
    boolean decides() {
        return verbs.stream().anyMatch(Vocabulary::decides);
    }

    /** Whether the rule takes a person out of scope. */
    boolean excludes() {
        return verbs.contains("outOfScope");
    }

    /** Whether the rule raises: meets a criterion or states a level above the lowest. */
    boolean raises() {
        return raises;
    }

    /** The statements: each a verb, and what stands between its brackets. */
    List<List<Token>> statements() {
        return statements;
    }

    String rewrite(String then) throws ProfileFault {
        Tokens tokens = Tokens.of(then);
        if (tokens.atEnd()) {
            throw new ProfileFault("A rule has to state something: findings.verb( ... );");
        }
        while (!tokens.atEnd()) {
            statement(tokens);
        }
        if (decides() && !verbs.stream().allMatch(Vocabulary::decides)) {
            throw new ProfileFault(
                    "A rule either decides (level, noLevel, met, notMet, notAbove, outOfScope) or advises, never both.");
        }
        return written.toString();
    }

    private void statement(Tokens tokens) throws ProfileFault {
        if (!tokens.peek().is("findings")) {
            throw new ProfileFault("Every statement begins with findings.");
        }
        tokens.take();
        tokens.expect(".");
        Token verb = tokens.expect(Type.WORD, "A verb");
        if (!vocabulary.isVerb(verb.text())) {
            throw new ProfileFault("There is no such verb. Verbs are: " + Vocabulary.join(vocabulary.verbs()) + ".");
        }
        tokens.expect("(");
        List<Token> arguments = new ArrayList<>();
        while (!tokens.takeIf(")")) {
            if (!arguments.isEmpty()) {
                tokens.expect(",");
            }
            arguments.add(tokens.take());
        }
        tokens.expect(";");
        check(verb.text(), arguments);
        List<Token> statement = new ArrayList<>(List.of(verb));
        statement.addAll(arguments);
        statements.add(statement);
        afterWhatItBelongsTo(verb.text());
        verbs.add(verb.text());
        written.append("    findings.")
                .append(verb.text())
                .append("( ")
                .append(String.join(", ", arguments.stream().map(Token::written).toList()))
                .append(" );\n");
    }

    private void afterWhatItBelongsTo(String verb) throws ProfileFault {
        boolean routes = verbs.contains("offer") || verbs.contains("fallback") || verbs.contains("gap");
        boolean acts = verbs.contains("action");
        if (verb.startsWith("due") && !acts) {
            throw new ProfileFault("due belongs to an action and stands after it.");
        }
        if (verb.equals("because") && !acts && !routes) {
            throw new ProfileFault("because belongs to an action, a service or a gap and stands after it.");
        }
        if ((verb.equals("ask") || verb.equals("first")) && !routes) {
            throw new ProfileFault("ask and first belong to a service and stand after it.");
        }
    }

    private void routes(String verb, @Nullable Token first) throws ProfileFault {
        String word = first != null && first.type() == Type.LITERAL ? first.text() : "";
        if (ROUTES.contains(verb) && !words.services().contains(word)) {
            throw new ProfileFault("services.csv lists no such service. It lists: "
                    + (words.services().isEmpty() ? "none" : Vocabulary.join(new TreeSet<>(words.services()))) + ".");
        }
        if (verb.equals("ask") && !vocabulary.canBeAsked(word, words.items())) {
            throw new ProfileFault(
                    "ask takes a field of a request in quotation marks, as in victim.age, circumstances.residence,"
                            + " support.setting, children, answers or q16.");
        }
        if (verb.equals("gap") && !word.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new ProfileFault("gap takes lower-case words joined by hyphens, in quotation marks.");
        }
    }

    private void check(String verb, List<Token> arguments) throws ProfileFault {
        List<Kind> kinds = new ArrayList<>();
        for (Token argument : arguments) {
            kinds.add(kindOf(argument));
        }
        if (!vocabulary.takes(verb, kinds)) {
            throw new ProfileFault(verb + " takes " + vocabulary.arguments(verb) + ".");
        }
        @Nullable Token firstArgument = arguments.isEmpty() ? null : arguments.get(0);
        if (firstArgument != null && Vocabulary.decides(verb)) {
            if (firstArgument.type() != Type.LITERAL) {
                throw new ProfileFault(verb + " takes its first word in quotation marks.");
            }
            if (!verb.equals("level") && !words.criteria().contains(firstArgument.text())) {
                throw new ProfileFault(
                        "pack.yaml lists no such criterion. It lists: " + Vocabulary.join(words.criteria()) + ".");
            }
        }
        routes(verb, firstArgument);
        if (firstArgument != null && WORDS.containsKey(verb)) {
            Token last = arguments.get(arguments.size() - 1);
            List<String> allowed = WORDS.getOrDefault(verb, List.of());
            if (last.type() != Type.LITERAL || !allowed.contains(last.text())) {
                throw new ProfileFault("Allowed here: " + Vocabulary.join(allowed) + ".");
            }
        }
        boolean raisesLevel = verb.equals("level")
                && firstArgument != null
                && !firstArgument.text().equals("standard");
        raises |= verb.equals("met") || raisesLevel;
    }

    private Kind kindOf(Token argument) throws ProfileFault {
        return switch (argument.type()) {
            case LITERAL -> Kind.WORD;
            case NUMBER -> Kind.NUMBER;
            case VARIABLE -> {
                Kind kind = variables.get(argument.text());
                if (kind == null) {
                    throw new ProfileFault("The variable " + argument.text()
                            + " is not bound in the conditions, or holds words that no reply may show.");
                }
                yield kind;
            }
            default ->
                throw new ProfileFault("A word in quotation marks, a whole number or a $variable is needed here.");
        };
    }
}

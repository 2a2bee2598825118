package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.internal.pack.PackFaults;

/**
 * The rule profile: what a rule file may hold. DRL can run any Java; the profile lets through only the vocabulary,
 * comparisons and the verbs, and refuses what it does not know. What is compiled is written anew from the pieces that
 * passed, never the author's text.
 */
final class RuleProfile {
    private static final int LARGEST = 128 * 1024;
    private static final int LONGEST_SENTENCE = 400;
    private static final int LONGEST_NAME = 80;
    /** The parser and the rule compiler take exponentially long over brackets within brackets. */
    private static final int DEEPEST = 6;
    /** So they do over lists within lists, and over one cast after another. No rule needs either. */
    private static final Pattern NEVER = Pattern.compile("[\\[\\]{}]|\\)\\s*[(!+~-]");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern ANNOTATION = Pattern.compile("@(says|source|confidence)\\b");
    private static final Set<String> ANNOTATIONS = Set.of("says", "source", "confidence");

    private final Vocabulary vocabulary = new Vocabulary();
    private final PackWords words;
    private final PackFaults faults;

    RuleProfile(PackWords words, PackFaults faults) {
        this.words = words;
        this.faults = faults;
    }

    /**
     * Checks one rule file.
     *
     * @param file path of the file; its name without the ending is the topic
     * @param text its text
     * @return the rules that passed, in the order of the file; faults go to the list of faults
     */
    List<CheckedRule> check(String file, String text) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.length() > LONGEST_NAME || !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.drl")) {
            faults.add(
                    "rules/",
                    "",
                    "The name of a rule file is lower-case words joined by hyphens, with .drl; at most " + LONGEST_NAME
                            + " characters.");
            return List.of();
        }
        String code = plainText(file, text) ? Code.of(file, text, faults) : null;
        if (code == null || !quickToParse(file, code)) {
            return List.of();
        }
        PackageDescr tree = parse(file, text);
        if (tree == null || !onlyRules(file, code, tree)) {
            return List.of();
        }
        String topic = name.substring(0, name.length() - ".drl".length());
        List<CheckedRule> rules = new ArrayList<>();
        for (RuleDescr rule : tree.getRules()) {
            CheckedRule checked = rule(file, topic, rule);
            if (checked != null) {
                rules.add(checked);
            }
        }
        return rules;
    }

    private boolean plainText(String file, String text) {
        if (text.length() > LARGEST) {
            faults.add(file, "", "A rule file has at most " + LARGEST + " characters.");
            return false;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\')) {
                faults.add(
                        file,
                        "line " + (i + 1),
                        "Only plain letters, digits and signs are allowed: no backslash, no tab, no typographic quotation"
                                + " mark, no accented letter, no line ends of Windows.");
                return false;
            }
        }
        return true;
    }

    private boolean quickToParse(String file, String code) {
        Matcher never = NEVER.matcher(code);
        if (never.find()) {
            faults.add(
                    file,
                    "line " + Code.line(code, never.start()),
                    "Only round brackets are allowed, and no bracket or sign right after a closing one.");
            return false;
        }
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (depth > DEEPEST) {
                faults.add(
                        file,
                        "line " + Code.line(code, i),
                        "Brackets may lie at most " + DEEPEST + " deep within each other.");
                return false;
            }
        }
        return true;
    }

    private @Nullable PackageDescr parse(String file, String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr tree;
        try {
            // A comment on the last line ends with the line.
            tree = parser.parse(false, text + "\n");
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            faults.add(file, "", "This is not a rule file that can be read.");
            return null;
        }
        if (parser.hasErrors() || tree == null) {
            parser.getErrors().forEach(error -> {
                int[] lines = error.getLines();
                faults.add(
                        file,
                        lines.length == 0 ? "" : "line " + lines[0],
                        "The rule cannot be read here. It has the form: rule \"name\" @says( ) @source( ) @confidence( )"
                                + " when ... then ... end.");
            });
            return null;
        }
        return tree;
    }

    private boolean onlyRules(String file, String code, PackageDescr tree) {
        boolean empty = (tree.getName() == null || tree.getName().isEmpty())
                && tree.getImports().isEmpty()
                && tree.getFunctionImports().isEmpty()
                && tree.getAccumulateImports().isEmpty()
                && tree.getFunctions().isEmpty()
                && tree.getGlobals().isEmpty()
                && tree.getAttributes().isEmpty()
                && tree.getTypeDeclarations().isEmpty()
                && tree.getEnumDeclarations().isEmpty()
                && tree.getEntryPointDeclarations().isEmpty()
                && tree.getWindowDeclarations().isEmpty()
                && (tree.getUnit() == null);
        if (!empty) {
            faults.add(
                    file,
                    "",
                    "A rule file holds rules and comments only: no package, import, function, global, declare, query, unit"
                            + " or attribute.");
        }
        // The parser keeps the last of several annotations of one name, and says nothing.
        Matcher annotations = ANNOTATION.matcher(code);
        boolean once = annotations.results().count() <= (long) tree.getRules().size() * ANNOTATIONS.size();
        if (empty && !once) {
            faults.add(file, "", "Each rule has one @says, one @source and one @confidence.");
        }
        return empty && once;
    }

    private @Nullable CheckedRule rule(String file, String topic, RuleDescr rule) {
        int line = rule.getLine();
        Conditions conditions = new Conditions(vocabulary, words);
        try {
            frame(rule);
            String says = annotation(rule, "says");
            String source = annotation(rule, "source");
            String confidence = annotation(rule, "confidence");
            conditions.read(rule.getLhs());
            line = rule.getConsequenceLine();
            Consequence consequence = new Consequence(vocabulary, words, conditions.shown());
            String then = consequence.rewrite(String.valueOf(rule.getConsequence()));
            line = rule.getLine();
            for (String decided : List.of("Outcome", "BaseCriterion", "Earlier", "Row", "Call")) {
                if (consequence.decides() && conditions.facts().contains(decided)) {
                    throw new ProfileFault(
                            "A rule that decides cannot read " + decided + ": only a rule that advises may.");
                }
            }
            if (consequence.raises() && conditions.lowering() != null) {
                throw new ProfileFault(
                        "A rule that raises may only use conditions that stay true when evidence is added; '"
                                + conditions.lowering() + "' is not one.");
            }
            if (consequence.excludes() && !conditions.facts().equals(Set.of("Victim"))) {
                throw new ProfileFault("Only what is known of the Victim can put a person out of scope.");
            }
            if (!words.sources().contains(source)) {
                throw new ProfileFault("@source has to name a source of pack.yaml.");
            }
            if (Confidence.of(confidence) == null) {
                throw new ProfileFault("@confidence has to be one of A, B, K and I.");
            }
            String id = words.pack() + "/" + topic + "/" + rule.getName();
            return new CheckedRule(
                    id,
                    line,
                    says,
                    source,
                    confidence,
                    consequence.decides(),
                    conditions.written(consequence.decides()),
                    "    findings.rule( \"" + id + "\" );\n" + conditions.parameters()
                            + values(says, conditions.shown()) + then,
                    conditions.items(),
                    conditions.reads(),
                    conditions.crimes(),
                    List.copyOf(conditions.parts()),
                    consequence.statements().stream()
                            .map(tokens -> new Statement(
                                    tokens.get(0).text(),
                                    tokens.subList(1, tokens.size()).stream()
                                            .map(conditions::operand)
                                            .toList()))
                            .toList());
        } catch (ProfileFault fault) {
            int where = Math.max(line, conditions.lastLine());
            faults.add(
                    file,
                    "line " + where + ", rule '" + safe(rule.getName()) + "'",
                    String.valueOf(fault.getMessage()));
            return null;
        }
    }

    private static String safe(@Nullable String name) {
        return name != null && name.matches("[A-Za-z0-9 _-]{1,80}") ? name : "?";
    }

    private static void frame(RuleDescr rule) throws ProfileFault {
        if (rule.getName() == null
                || rule.getName().length() > LONGEST_NAME
                || !rule.getName().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new ProfileFault("The name of a rule is lower-case words joined by hyphens, at most " + LONGEST_NAME
                    + " characters.");
        }
        if (rule.isQuery()
                || rule.getParentName() != null
                || !rule.getAttributes().isEmpty()
                || !rule.getNamedConsequences().isEmpty()
                || rule.getUnit() != null) {
            throw new ProfileFault(
                    "A rule has annotations, conditions and statements only: no attribute such as salience,"
                            + " no parent, no query, no named consequence.");
        }
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            if (!ANNOTATIONS.contains(annotation.getName())) {
                throw new ProfileFault("The annotations of a rule are @says, @source and @confidence.");
            }
        }
    }

    private static String annotation(RuleDescr rule, String name) throws ProfileFault {
        AnnotationDescr annotation = rule.getAnnotation(name);
        Map<String, Object> values = annotation == null ? Map.of() : annotation.getValueMap();
        Object value = values.get("value");
        if (values.size() != 1
                || !(value instanceof String quoted)
                || !quoted.matches("\"[^\"\n]+\"")
                || quoted.length() > LONGEST_SENTENCE) {
            throw new ProfileFault("@" + name + " is needed, with one text in quotation marks of at most "
                    + LONGEST_SENTENCE + " characters.");
        }
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Hands the sentence the values of the variables that its placeholders name. */
    private static String values(String says, Map<String, Vocabulary.Kind> variables) throws ProfileFault {
        StringBuilder written = new StringBuilder();
        Set<String> seen = new java.util.HashSet<>();
        Matcher placeholders = PLACEHOLDER.matcher(says);
        while (placeholders.find()) {
            String name = placeholders.group(1);
            if (!variables.containsKey("$" + name)) {
                throw new ProfileFault("The sentence has a placeholder {" + safe(name)
                        + "} that no condition binds as a $variable of that name.");
            }
            if (seen.add(name)) {
                written.append("    findings.value( $" + name + " );\n");
            }
        }
        if (PLACEHOLDER.matcher(says).replaceAll("").matches(".*[{}].*")) {
            throw new ProfileFault("Braces in a sentence enclose the name of one variable.");
        }
        return written.toString();
    }
}

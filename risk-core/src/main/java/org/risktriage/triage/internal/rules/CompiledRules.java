package org.risktriage.triage.internal.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.RulesFaultException;

/**
 * The compiled rules that one version of a pack brings. Rules that decide can also be run alone, to see what would be
 * decided on other evidence. Safe for use by many threads.
 */
public final class CompiledRules {
    /** The stage of rules that decide. */
    public static final String ROUTES = "routes";

    /** The stage of rules that advise. */
    public static final String ADVICE = "advice";

    /** Both stages, in order. */
    public static final List<String> STAGES = List.of(ROUTES, ADVICE);

    /** Annotation that holds a rule's sentence. */
    public static final String SAYS = "says";

    /** Annotation that holds the id of a rule's source. */
    public static final String SOURCE = "source";

    /** Annotation that holds a rule's confidence mark. */
    public static final String CONFIDENCE = "confidence";

    /** Annotation that holds a rule's place in its pack; written by the compiler. */
    public static final String ORDER = "order";

    /** Annotation that holds the items that a rule names; written by the compiler. */
    public static final String ITEMS = "items";

    /** Annotation that holds the keys of the parameters that a rule reads; written by the compiler. */
    public static final String READS = "reads";

    /** Annotation that says whether a rule asks if an incident was a crime; written by the compiler. */
    public static final String CRIMES = "crimes";

    /** Annotation that holds a rule's conditions in words; written by the compiler. */
    public static final String CONDITIONS = "conditions";

    /** Annotation that holds what a rule states, in words; written by the compiler. */
    public static final String STATES = "states";

    /** Annotation that holds the criteria that a rule states; written by the compiler. */
    public static final String CRITERIA = "criteria";

    /** What stands between the conditions, and between the statements. */
    public static final String BETWEEN = " | ";

    /** Sessions that are used again: making the memories of all rules anew costs more than a decision. */
    private final KieSessionsPool routes;

    private final KieSessionsPool whole;
    private final Map<String, RuleInfo> rules;

    private CompiledRules(KieBase routes, KieBase whole, Map<String, RuleInfo> rules) {
        this.routes = routes.newKieSessionsPool(1);
        this.whole = whole.newKieSessionsPool(1);
        this.rules = Map.copyOf(rules);
    }

    /**
     * Path of the index that the compiler writes.
     *
     * @param pack id of the pack
     * @param version its version
     * @return the path
     */
    public static String index(String pack, String version) {
        return "META-INF/risk-triage/compiled/" + pack + "/" + version + ".properties";
    }

    /**
     * Loads the rules of one version of a pack.
     *
     * @param loader where the classes are
     * @param pack id of the pack
     * @param version its version
     * @param sha256 digest of the pack as it was read; the classes must have been compiled from the same
     * @param count how many rules the manifest counts
     * @return the rules
     * @throws RulesFaultException if they are missing, incomplete, or compiled from something else
     */
    public static CompiledRules load(ClassLoader loader, String pack, String version, String sha256, int count) {
        return of(RuleModels.load(loader, pack, version, sha256), pack + " " + version, count);
    }

    /**
     * Makes rules ready to run.
     *
     * @param models the rules as the compiler left them; not to be used again
     * @param pack the pack and its version, for messages
     * @param count how many rules the manifest counts
     * @return the rules
     * @throws RulesFaultException if they cannot be run, or are not as many as the manifest counts
     */
    public static CompiledRules of(RuleModels models, String pack, int count) {
        Map<String, RuleInfo> rules = new HashMap<>();
        KieBase deciding = base(List.of(models.routes()));
        KieBase whole = base(List.of(models.routes(), models.advice()));
        describe(whole, models.routes().getPackageName(), rules);
        if (rules.size() != count) {
            throw new RulesFaultException(
                    "The manifest of " + pack + " counts " + count + " rules, but " + rules.size() + " were loaded.");
        }
        return new CompiledRules(deciding, whole, rules);
    }

    private static KieBase base(List<Model> models) {
        try {
            return KieBaseBuilder.createKieBaseFromModel(models);
        } catch (RuntimeException | LinkageError e) {
            throw new RulesFaultException("The compiled rules cannot be loaded.", e);
        }
    }

    private static void describe(KieBase base, String routes, Map<String, RuleInfo> rules) {
        for (KiePackage part : base.getKiePackages()) {
            for (Rule rule : part.getRules()) {
                rules.put(rule.getName(), info(rule, part.getName().equals(routes)));
            }
        }
    }

    private static RuleInfo info(Rule rule, boolean decides) {
        Map<String, Object> annotations = rule.getMetaData();
        Confidence confidence = Confidence.of(annotation(annotations, CONFIDENCE));
        if (confidence == null) {
            throw new RulesFaultException("The rule " + rule.getName() + " has no confidence mark.");
        }
        return new RuleInfo(
                rule.getName(),
                Integer.parseInt(annotation(annotations, ORDER)),
                Sentence.of(annotation(annotations, SAYS)),
                annotation(annotations, SOURCE),
                confidence,
                decides,
                words(annotations, ITEMS),
                words(annotations, READS),
                annotation(annotations, CRIMES).equals("yes"),
                new RuleWords(
                        several(annotations, CONDITIONS),
                        several(annotations, STATES),
                        words(annotations, CRITERIA).stream().sorted().toList()));
    }

    private static List<String> several(Map<String, Object> annotations, String name) {
        String words = annotation(annotations, name);
        return words.isEmpty() ? List.of() : List.of(words.split(Pattern.quote(BETWEEN), -1));
    }

    private static Set<String> words(Map<String, Object> annotations, String name) {
        String words = annotation(annotations, name);
        return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
    }

    private static String annotation(Map<String, Object> annotations, String name) {
        Object value = annotations.get(name);
        if (value == null) {
            throw new RulesFaultException("A compiled rule has no annotation " + name + ".");
        }
        String text = value.toString();
        return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** A session of the rules that decide, alone. */
    KieSession routes() {
        return routes.newKieSession();
    }

    /** A session of all rules. */
    KieSession whole() {
        return whole.newKieSession();
    }

    /**
     * Every rule.
     *
     * @return the rules, in the order of the pack
     */
    public List<RuleInfo> all() {
        return rules.values().stream()
                .sorted(Comparator.comparingInt(RuleInfo::order))
                .toList();
    }
}

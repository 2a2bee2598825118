package org.risktriage.triage.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.RulesFaultException;

/**
 * The compiled rules of one version of a pack: those that decide and those that advise, apart, so that what advises can
 * never touch what decides. Safe for use by many threads.
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

    private static final int MOST_FIRINGS = 100_000;

    private final KieBase routes;
    private final KieBase advice;
    private final Map<String, RuleInfo> rules;
    private final Set<String> itemsNamedByRoutes;

    private CompiledRules(KieBase routes, KieBase advice, Map<String, RuleInfo> rules) {
        this.routes = routes;
        this.advice = advice;
        this.rules = Map.copyOf(rules);
        Set<String> named = new TreeSet<>();
        rules.values().stream().filter(RuleInfo::decides).forEach(rule -> named.addAll(rule.items()));
        this.itemsNamedByRoutes = Set.copyOf(named);
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
        Properties index = index(loader, pack, version);
        if (!sha256.equals(index.getProperty("sha256"))) {
            throw new RulesFaultException("The compiled rules of " + pack + " " + version
                    + " were not made from the pack that is here. Build again.");
        }
        Map<String, RuleInfo> rules = new HashMap<>();
        KieBase routes = base(loader, index.getProperty(ROUTES), true, rules);
        KieBase advice = base(loader, index.getProperty(ADVICE), false, rules);
        if (rules.size() != count) {
            throw new RulesFaultException("The manifest of " + pack + " " + version + " counts " + count
                    + " rules, but " + rules.size() + " were loaded.");
        }
        return new CompiledRules(routes, advice, rules);
    }

    private static Properties index(ClassLoader loader, String pack, String version) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(index(pack, version))) {
            if (in == null) {
                throw new RulesFaultException("The rules of " + pack + " " + version + " are not compiled.");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new RulesFaultException("The compiled rules of " + pack + " " + version + " cannot be read.", e);
        }
    }

    private static KieBase base(ClassLoader loader, String model, boolean decides, Map<String, RuleInfo> rules) {
        try {
            Class<? extends Model> type = Class.forName(model, true, loader).asSubclass(Model.class);
            KieBase base = KieBaseBuilder.createKieBaseFromModel(
                    type.getDeclaredConstructor().newInstance());
            for (KiePackage part : base.getKiePackages()) {
                for (Rule rule : part.getRules()) {
                    rules.put(rule.getName(), info(rule, decides));
                }
            }
            return base;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new RulesFaultException("The compiled rules cannot be loaded.", e);
        }
    }

    private static RuleInfo info(Rule rule, boolean decides) {
        Map<String, Object> annotations = rule.getMetaData();
        String items = annotation(annotations, ITEMS);
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
                items.isEmpty() ? Set.of() : Set.of(items.split(" ", -1)));
    }

    private static String annotation(Map<String, Object> annotations, String name) {
        Object value = annotations.get(name);
        if (value == null) {
            throw new RulesFaultException("A compiled rule has no annotation " + name + ".");
        }
        String text = value.toString();
        return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * Runs the rules of one stage.
     *
     * @param stage {@link #ROUTES} or {@link #ADVICE}
     * @param facts the facts
     * @param statements where the rules state what they find
     */
    public void run(String stage, Collection<?> facts, Statements statements) {
        KieSession session = (stage.equals(ROUTES) ? routes : advice).newKieSession();
        try {
            session.setGlobal("findings", statements);
            for (Object fact : facts) {
                session.insert(fact);
            }
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw new RulesFaultException("The rules did not come to an end.");
            }
        } finally {
            session.dispose();
        }
    }

    /**
     * What a rule says of itself.
     *
     * @param id id of the rule
     * @return the rule
     * @throws RulesFaultException if there is no such rule
     */
    public RuleInfo rule(String id) {
        RuleInfo rule = rules.get(id);
        if (rule == null) {
            throw new RulesFaultException("There is no rule " + id + ".");
        }
        return rule;
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

    /**
     * The items that route rules name. All others count alike: only how many are yes matters to the level and the
     * criteria.
     *
     * @return ids of items
     */
    public Set<String> itemsNamedByRoutes() {
        return itemsNamedByRoutes;
    }
}

package org.risktriage.triage.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulesFaultException;

/**
 * The compiled rules of one version of a pack as the compiler left them, before they are made ready to run.
 *
 * @param routes the rules that decide
 * @param advice the rules that advise
 */
public record RuleModels(Model routes, Model advice) {

    /**
     * Reads the classes that the compiler wrote.
     *
     * @param loader where the classes are
     * @param pack id of the pack
     * @param version its version
     * @param sha256 digest of the pack as it was read; the classes must have been compiled from the same
     * @return the rules
     * @throws RulesFaultException if they are missing, or compiled from something else
     */
    public static RuleModels load(ClassLoader loader, String pack, String version, String sha256) {
        Properties index = index(loader, pack, version);
        if (!sha256.equals(index.getProperty("sha256"))) {
            throw new RulesFaultException("The compiled rules of " + pack + " " + version
                    + " were not made from the pack that is here. Build again.");
        }
        return new RuleModels(
                model(loader, index.getProperty(CompiledRules.ROUTES)),
                model(loader, index.getProperty(CompiledRules.ADVICE)));
    }

    private static Properties index(ClassLoader loader, String pack, String version) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(CompiledRules.index(pack, version))) {
            if (in == null) {
                throw new RulesFaultException("The rules of " + pack + " " + version + " are not compiled.");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new RulesFaultException("The compiled rules of " + pack + " " + version + " cannot be read.", e);
        }
    }

    private static Model model(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Model.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new RulesFaultException("The compiled rules cannot be loaded.", e);
        }
    }

    /**
     * The same rules but one.
     *
     * @param id id of the rule that is left out
     * @return the other rules
     */
    public RuleModels without(String id) {
        return each(rule -> rule.getName().equals(id) ? null : rule);
    }

    /**
     * The same rules, but one of them as others have it.
     *
     * @param id id of the rule
     * @param others where it is taken from
     * @return the rules with that one exchanged, in the same order
     */
    public RuleModels with(String id, RuleModels others) {
        Rule other = List.of(others.routes, others.advice).stream()
                .flatMap(model -> model.getRules().stream())
                .filter(rule -> rule.getName().equals(id))
                .findFirst()
                .orElseThrow(() -> new RulesFaultException("There is no rule " + id + "."));
        return each(rule -> rule.getName().equals(id) ? other : rule);
    }

    private RuleModels each(UnaryOperator<@Nullable Rule> change) {
        return new RuleModels(each(routes, change), each(advice, change));
    }

    private static Model each(Model model, UnaryOperator<@Nullable Rule> change) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : model.getRules()) {
            Rule changed = change.apply(rule);
            if (changed != null) {
                rules.add(changed);
            }
        }
        ModelImpl copy = new ModelImpl(model.getPackageName());
        copy.withGlobals(model.getGlobals()).withQueries(model.getQueries()).withRules(rules);
        model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
        return copy;
    }
}

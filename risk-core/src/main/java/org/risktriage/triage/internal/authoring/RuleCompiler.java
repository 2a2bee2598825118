package org.risktriage.triage.internal.authoring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.rules.CompiledRules;
import org.risktriage.triage.internal.rules.Statements;

/**
 * Compiles checked rules to classes (the engine's executable model): one model for the rules that decide, one for those
 * that advise.
 */
final class RuleCompiler {
    private static final String MODEL_LIST = "drools-model";

    private RuleCompiler() {}

    /**
     * Compiles the rules of one version of a pack.
     *
     * @param pack id of the pack
     * @param version its version
     * @param sha256 digest of the pack that the rules stand in
     * @param rules the rules, in order
     * @return files by path: the classes, and the index that {@link CompiledRules} reads
     * @throws RulesFaultException if the rules do not compile
     */
    static Map<String, byte[]> compile(String pack, String version, String sha256, List<CheckedRule> rules) {
        SortedMap<Integer, CheckedRule> placed = new TreeMap<>();
        for (int place = 0; place < rules.size(); place++) {
            placed.put(place, rules.get(place));
        }
        return compile(pack, version, sha256, placed);
    }

    /**
     * Compiles some rules of one version of a pack.
     *
     * @param pack as for all rules
     * @param version as for all rules
     * @param sha256 as for all rules
     * @param rules the rules, by their place among all rules of the pack
     * @return as for all rules
     * @throws RulesFaultException if the rules do not compile
     */
    static synchronized Map<String, byte[]> compile(
            String pack, String version, String sha256, SortedMap<Integer, CheckedRule> rules) {
        Locale before = Locale.getDefault();
        // The engine's compiler turns names to lower case in the default locale; under Turkish that breaks the code.
        Locale.setDefault(Locale.ROOT);
        try {
            return build(pack, version, sha256, rules);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Map<String, byte[]> build(
            String pack, String version, String sha256, SortedMap<Integer, CheckedRule> rules) {
        System.setProperty("drools.reproducibleExecutableModelGeneration", "true");
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("org.risktriage.compiled", pack, version);
        files.generateAndWritePomXML(release);
        files.writeKModuleXML(
                "<kmodule xmlns=\"http://www.drools.org/xsd/kmodule\"><kbase name=\"rules\" default=\"true\"/>"
                        + "</kmodule>");
        String javaPackage = "org.risktriage.compiled." + pack.replace('-', '_') + ".v" + version.replace('.', '_');
        for (String stage : CompiledRules.STAGES) {
            String drl = write(javaPackage + "." + stage, stage, rules);
            files.write("src/main/resources/" + (javaPackage + "." + stage).replace('.', '/') + "/rules.drl", drl);
        }
        KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RulesFaultException("The rules of " + pack + " do not compile: "
                    + String.join(
                            "; ", errors.stream().map(RuleCompiler::firstLine).toList()));
        }
        return collect(pack, version, sha256, javaPackage, (InternalKieModule) builder.getKieModule());
    }

    private static String firstLine(Message message) {
        return message.getText().lines().findFirst().orElse("");
    }

    private static Map<String, byte[]> collect(
            String pack, String version, String sha256, String javaPackage, InternalKieModule module) {
        Map<String, byte[]> compiled = new TreeMap<>();
        StringBuilder index = new StringBuilder();
        index.append("sha256=").append(sha256).append('\n');
        String folder = javaPackage.replace('.', '/') + "/";
        for (String file : module.getFileNames()) {
            if (file.startsWith(folder) && file.endsWith(".class")) {
                compiled.put(file, module.getBytes(file));
            } else if (file.endsWith("/" + MODEL_LIST)) {
                String list = new String(module.getBytes(file), StandardCharsets.UTF_8);
                for (String stage : CompiledRules.STAGES) {
                    list.lines()
                            .filter(name -> name.startsWith(javaPackage + "." + stage + "."))
                            .forEach(name -> index.append(stage)
                                    .append('=')
                                    .append(name.strip())
                                    .append('\n'));
                }
            }
        }
        compiled.put(CompiledRules.index(pack, version), index.toString().getBytes(StandardCharsets.UTF_8));
        return compiled;
    }

    private static String write(String javaPackage, String stage, SortedMap<Integer, CheckedRule> rules) {
        StringBuilder drl = new StringBuilder();
        drl.append("package ").append(javaPackage).append(";\n");
        Vocabulary.imports().forEach(type -> drl.append("import ").append(type).append(";\n"));
        drl.append("global ").append(Statements.class.getName()).append(" findings;\n");
        rules.forEach((order, rule) -> {
            if (rule.decides() == stage.equals(CompiledRules.ROUTES)) {
                drl.append("rule \"").append(rule.id()).append("\"\n");
                annotate(drl, CompiledRules.SAYS, rule.says());
                annotate(drl, CompiledRules.SOURCE, rule.source());
                annotate(drl, CompiledRules.CONFIDENCE, rule.confidence());
                annotate(drl, CompiledRules.ORDER, String.valueOf(order));
                annotate(drl, CompiledRules.ITEMS, String.join(" ", rule.items()));
                annotate(drl, CompiledRules.READS, String.join(" ", rule.reads()));
                annotate(drl, CompiledRules.CRIMES, rule.crimes() ? "yes" : "no");
                annotate(drl, CompiledRules.CONDITIONS, String.join(CompiledRules.BETWEEN, ConditionWords.of(rule)));
                annotate(drl, CompiledRules.STATES, String.join(CompiledRules.BETWEEN, ConsequenceWords.of(rule)));
                annotate(drl, CompiledRules.CRITERIA, String.join(" ", ConsequenceWords.criteria(rule)));
                drl.append("when\n").append(rule.conditions());
                drl.append("then\n").append(rule.consequence()).append("end\n");
            }
        });
        return drl.toString();
    }

    private static void annotate(StringBuilder drl, String name, String value) {
        drl.append("    @").append(name).append("( \"").append(value).append("\" )\n");
    }
}

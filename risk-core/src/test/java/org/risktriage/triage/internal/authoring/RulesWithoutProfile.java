package org.risktriage.triage.internal.authoring;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.risktriage.triage.internal.rules.CompiledClasses;

/** What the engine makes of an author's text that nobody checked: compiles and runs it. */
public final class RulesWithoutProfile {
    private RulesWithoutProfile() {}

    /**
     * Compiles and runs rules.
     *
     * @param drl a whole file
     * @param fact what the rules are run over
     */
    public static void run(String drl, Object fact) throws ReflectiveOperationException {
        Locale before = Locale.getDefault();
        // The engine's compiler turns names to lower case in the default locale.
        Locale.setDefault(Locale.ROOT);
        try {
            KieSession session =
                    KieBaseBuilder.createKieBaseFromModel(compile(drl)).newKieSession();
            session.insert(fact);
            session.fireAllRules();
            session.dispose();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Model compile(String drl) throws ReflectiveOperationException {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("org.risktriage.madeup", "attack", "1.0.0");
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/org/risktriage/madeup/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> classes = new TreeMap<>();
        String model = "";
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class")) {
                classes.put(file, module.getBytes(file));
            } else if (file.endsWith("/drools-model")) {
                model = new String(module.getBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(name -> name.startsWith("org.risktriage.madeup."))
                        .findFirst()
                        .orElse("");
            }
        }
        return (Model) new CompiledClasses(classes)
                .loadClass(model.strip())
                .getDeclaredConstructor()
                .newInstance();
    }
}

package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** The library with just the jars that a caller gets: few, small, and without a rule compiler. */
class LeanRuntimeTest {
    private static final Path TARGET = Path.of("target");
    private static final int MOST_JARS = 20;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    @Test
    void a_caller_gets_at_most_twenty_jars_and_eight_megabytes() throws IOException {
        long bytes = sizeOf(TARGET.resolve("classes"));
        for (String jar : jars()) {
            bytes += sizeOf(Path.of(jar));
        }

        assertThat(jars()).hasSizeLessThan(MOST_JARS);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void a_first_decision_needs_no_rule_compiler() throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>(jars());
        classPath.add(TARGET.resolve("classes").toString());
        classPath.add(TARGET.resolve("test-classes").toString());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        String.join(File.pathSeparator, classPath),
                        FirstDecision.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("high under england-wales");
    }

    /** Runs in a JVM of its own. */
    static final class FirstDecision {
        private FirstDecision() {}

        public static void main(String[] arguments) {
            for (String compiler : List.of(
                    "org.drools.drl.parser.DrlParser",
                    "org.drools.model.codegen.ExecutableModelProject",
                    "org.mvel2.MVEL",
                    "org.eclipse.jdt.internal.compiler.Compiler",
                    "com.github.javaparser.JavaParser",
                    "com.thoughtworks.xstream.XStream")) {
                try {
                    Class.forName(compiler);
                    throw new IllegalStateException(compiler + " is on the class path");
                } catch (ClassNotFoundException e) {
                    // As it should be.
                }
            }
            Decision decision = RiskTriage.bundled()
                    .assess(Assessment.builder()
                            .assessedOn(LocalDate.of(2026, 11, 21))
                            .judgedHighRisk("Fictional reasons.")
                            .build());
            System.out.println(decision.level().value() + " under "
                    + decision.rules().base().id());
        }
    }

    private static List<String> jars() throws IOException {
        return Arrays.asList(
                Files.readString(TARGET.resolve("runtime.classpath")).strip().split(File.pathSeparator, -1));
    }

    /** The size as a caller gets it: a jar as it is, classes that are not in one yet as a jar packs them. */
    private static long sizeOf(Path path) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                byte[] plain = Files.readAllBytes(file);
                bytes += file.equals(path) ? plain.length : packed(plain);
            }
        }
        return bytes;
    }

    private static long packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(plain);
        }
        return packed.size();
    }
}

package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.service.callers.Role;

/** The clients of the documentation score an example and tell a refusal from a decision. */
class ClientsTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "..", "examples")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    static Stream<Arguments> clients() {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return Stream.of(
                Arguments.of("score.sh", List.of("sh")),
                Arguments.of("Score.java", List.of(java)),
                Arguments.of("score.py", List.of("python3")),
                Arguments.of("score.mjs", List.of("node")));
    }

    private Program.Run run(List<String> with, String client, String example) throws Exception {
        Path key = folder.resolve("key.txt");
        Files.writeString(key, SERVICE.credentials().keyOf(Role.SCORER));
        List<String> command = new ArrayList<>(with);
        command.add(EXAMPLES.resolve("clients").resolve(client).toString());
        command.add(EXAMPLES.resolve(example).toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("RISK_TRIAGE", "http://127.0.0.1:" + SERVICE.port());
        builder.environment().put("KEY_FILE", key.toString());
        Path out = folder.resolve("out");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Program.Run(process.exitValue(), Files.readString(out), "");
    }

    private static boolean isHere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, program.endsWith("java") ? "-version" : "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void a_client_of_the_documentation_scores_and_knows_a_refusal(String client, List<String> with) throws Exception {
        assumeTrue(isHere(with.get(0)), with.get(0) + " is not on this machine");
        assumeTrue(!client.endsWith(".sh") || isHere("curl"), "curl is not on this machine");
        Program.Run scored = run(with, client, "at-the-line.json");
        assertThat(scored.out()).contains("high", "visible-high-risk");
        assertThat(scored.status()).isZero();
        Program.Run refused = run(with, client, "broken.json");
        assertThat(refused.out()).contains("invalid-assessment");
        assertThat(refused.status()).isEqualTo(1);
    }
}

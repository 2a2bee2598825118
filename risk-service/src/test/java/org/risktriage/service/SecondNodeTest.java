package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;

/** A second node beside one that runs, by the very commands of the page, with the first one's configuration. */
class SecondNodeTest {
    private static final Database.Address ADDRESS = TestDatabases.POSTGRESQL.fresh();

    @RegisterExtension
    static final GuardedService FIRST = new GuardedService(LedgerSettingsText.on(ADDRESS));

    private static final Path PAGE = Path.of("..", "docs", "how-to", "keep-a-ledger.md");
    private static final Pattern COMMANDS = Pattern.compile("## A second node\n.*?```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Process started(String line, Path log) throws IOException {
        String[] words = line.strip().split(" ");
        assertThat(List.of(words).subList(0, 3))
                .containsExactly("java", "-jar", "risk-service/target/risk-service.jar");
        List<String> command = new java.util.ArrayList<>(Program.command());
        for (String word : List.of(words).subList(3, words.length)) {
            command.add(word.equals("service.yml") ? FIRST.configuration().toString() : word);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String post(int port) {
        Reply reply = new Caller(port)
                .postWith(
                        "{\"assessedOn\":\"2026-01-01\",\"answers\":{\"q1\":\"yes\"}}",
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        FIRST.credentials().keyOf(Role.SCORER));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.header("location");
    }

    @Test
    void the_two_commands_of_the_page_start_a_second_node_on_the_same_chain() throws Exception {
        Matcher commands = COMMANDS.matcher(Files.readString(PAGE));
        assertThat(commands.find()).isTrue();
        List<String> lines = commands.group(1).lines().toList();
        assertThat(lines).hasSize(2);
        Path checked = folder.resolve("checked");
        Process check = started(lines.get(0), checked);
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(Files.readString(checked)).isZero();

        Path log = folder.resolve("log");
        Process second = started(lines.get(1), log);
        try {
            int port = Program.portOf(second, log);
            for (int i = 0; i < 5; i++) {
                assertSeen(FIRST.port(), post(port));
                assertSeen(port, post(FIRST.port()));
            }
        } finally {
            second.destroy();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        try (Operator operator = Operator.of(ADDRESS, Clock.systemUTC())) {
            assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
        }
    }

    private static void assertSeen(int port, String location) {
        assertThat(new Caller(port)
                        .get(location, "X-API-Key", FIRST.credentials().keyOf(Role.SCORER))
                        .status())
                .isEqualTo(200);
    }
}

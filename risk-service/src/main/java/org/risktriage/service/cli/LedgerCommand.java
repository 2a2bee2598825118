package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.SubjectKeys;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.service.ledger.store.LedgerUnavailableException;
import org.risktriage.service.ledger.store.StaleKeyException;
import org.risktriage.service.ledger.store.Verification;

/**
 * {@code ledger keys|verify|anchor|backup|restore|export|erase|rotate}: what those who operate a ledger do with it. Exit
 * status 1 if the ledger is not as it was written, 2 for a wrong use or a ledger that cannot be reached.
 */
public final class LedgerCommand extends PlainCommand {
    private static final String ACTION = "action";
    private static final String FILE = "file";
    private static final String KEYS = "keys";
    private static final JsonMapper JSON = new JsonMapper();

    private final Clock clock;

    /**
     * Creates the command.
     *
     * @param clock tells when something is done
     */
    public LedgerCommand(Clock clock) {
        super("ledger", "Verifies, backs up, restores, exports and keeps a ledger");
        this.clock = clock;
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions = subparser.addSubparsers().dest(ACTION).title("actions");
        Subparser keys = actions.addParser("keys").help("makes the file of keys under which people are known");
        keysArgument(keys);
        Subparser verify = action(actions, "verify", "goes over the chain and says what is not as it was written");
        verify.addArgument("--anchors")
                .metavar("FILE")
                .action(Arguments.append())
                .help("a file of anchors that was kept elsewhere; may be repeated");
        verify.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
        action(actions, "anchor", "prints the end of the chain, to be kept elsewhere");
        fileArgument(action(actions, "backup", "writes the ledger to a file, while a service writes or not"));
        fileArgument(action(actions, "restore", "puts a back-up into an empty ledger, and verifies it"));
        Subparser export = action(actions, "export", "writes down what is held, and records that it was written down");
        fileArgument(export);
        export.addArgument("--subject")
                .metavar("FILE")
                .help("a file with the reference of a person: all that is held about them; needs --keys");
        export.addArgument("--keys").metavar("FILE").help("the file of keys under which people are known");
        export.addArgument("--from")
                .type(Long.class)
                .setDefault(1L)
                .metavar("PLACE")
                .help("the first record");
        export.addArgument("--to")
                .type(Long.class)
                .setDefault(Long.MAX_VALUE / 2)
                .metavar("PLACE")
                .help("the last record");
        Subparser erase = action(actions, "erase", "erases the content of what is older than some days");
        erase.addArgument("--older-than")
                .type(Integer.class)
                .choices(Arguments.range(1, 36_500))
                .required(true)
                .metavar("DAYS")
                .help("the days");
        keysArgument(action(actions, "rotate", "changes the key under which people are known; stop the service first"));
    }

    private static Subparser action(Subparsers actions, String name, String help) {
        Subparser action = actions.addParser(name).help(help);
        action.addArgument("--url").metavar("URL").required(true).help("the database, as in ledger.url");
        action.addArgument("--user").metavar("NAME").help("the user of the database");
        action.addArgument("--password-file").metavar("FILE").help("the file with that user's password");
        return action;
    }

    private static void keysArgument(Subparser action) {
        action.addArgument("--keys").metavar("FILE").required(true).help("the file of keys");
    }

    private static void fileArgument(Subparser action) {
        action.addArgument("--file").metavar("FILE").required(true).help("the file");
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) {
        try {
            if (namespace.getString(ACTION).equals(KEYS)) {
                makeKeys(Path.of(namespace.getString(KEYS)));
                return;
            }
            try (Operator operator = opened(namespace)) {
                act(operator, namespace);
            }
        } catch (SQLException e) {
            throw unusable("The ledger cannot be used: " + ours(e));
        } catch (IOException e) {
            throw unusable("A file cannot be used: it is not there, is there already, or is not what it should be.");
        } catch (LedgerUnavailableException | IllegalStateException | IllegalArgumentException e) {
            throw unusable("The ledger cannot be used.");
        } finally {
            System.out.flush();
        }
    }

    /** Only what is restored is put where there is no ledger yet. */
    private Operator opened(Namespace namespace) throws SQLException, IOException {
        Database.Address address = address(namespace);
        return namespace.getString(ACTION).equals("restore")
                ? Operator.ofEmpty(address, clock)
                : Operator.of(address, clock);
    }

    /** Messages of drivers may hold addresses; ours do not. */
    private static String ours(SQLException e) {
        return e.getClass() == SQLException.class
                        && String.valueOf(e.getMessage()).contains("ledger")
                ? String.valueOf(e.getMessage())
                : "the database does not answer.";
    }

    private static Database.Address address(Namespace namespace) throws IOException {
        String file = namespace.getString("password_file");
        String password = file == null ? null : Files.readString(Path.of(file)).strip();
        return new Database.Address(namespace.getString("url"), namespace.getString("user"), password);
    }

    private static void makeKeys(Path file) throws IOException {
        if (Files.exists(file)) {
            throw unusable("The file is there already. ledger rotate puts another key into it.");
        }
        SubjectKeys.first().write(file);
        System.out.println("Keys are made. Keep a copy apart from the database, and never in it.");
    }

    private void act(Operator operator, Namespace namespace) throws SQLException, IOException {
        PrintStream out = System.out;
        switch (namespace.getString(ACTION)) {
            case "verify" -> verify(operator, namespace);
            case "anchor" -> out.println(operator.anchor());
            case "backup" ->
                out.println(watched("rows", step -> operator.backUp(file(namespace), step)) + " rows are written.");
            case "restore" -> {
                out.println(watched("rows", step -> operator.restore(file(namespace), step)) + " rows are restored.");
                verify(operator, namespace);
            }
            case "export" -> export(operator, namespace);
            case "erase" -> {
                long through = operator.eraseOlderThan(namespace.getInt("older_than"));
                out.println(through == 0 ? "Nothing is that old." : "Content is erased up to record " + through + ".");
            }
            default -> {
                int people = operator.rotate(Path.of(namespace.getString(KEYS)));
                out.println(
                        people + " people are known under the new key. Start every node with the new file of keys.");
            }
        }
    }

    private static Path file(Namespace namespace) {
        return Path.of(namespace.getString(FILE));
    }

    private interface Work {
        long with(LongConsumer step) throws SQLException, IOException;
    }

    private static long watched(String unit, Work work) throws SQLException, IOException {
        if (!Terminal.isWatched()) {
            return work.with(step -> {});
        }
        try (Progress progress = new Progress(unit, -1)) {
            return work.with(step -> progress.step());
        }
    }

    private static void verify(Operator operator, Namespace namespace) throws SQLException, IOException {
        List<String> anchors = namespace.getList("anchors");
        Verification.Report[] report = new Verification.Report[1];
        watched("records", step -> {
            report[0] = operator.verify(
                    anchors == null ? List.of() : anchors.stream().map(Path::of).toList(), step);
            return report[0].records();
        });
        Verification.Report came = report[0];
        if (Boolean.TRUE.equals(namespace.getBoolean("json"))) {
            System.out.println(JSON.writeValueAsString(
                    Map.of("records", came.records(), "hash", came.end().hash(), "findings", came.findings())));
        } else {
            came.findings().forEach(System.out::println);
            System.out.println(
                    came.findings().isEmpty()
                            ? came.records() + " records are as they were written. The last hash is "
                                    + came.end().hash() + "."
                            : "The ledger is not as it was written.");
        }
        if (!came.findings().isEmpty()) {
            throw new CommandFailedException("The ledger is not as it was written.", FINDINGS);
        }
    }

    private static void export(Operator operator, Namespace namespace) throws IOException {
        String subject = namespace.getString("subject");
        if (subject == null) {
            long records = operator.exportRecords(namespace.getLong("from"), namespace.getLong("to"), file(namespace));
            System.out.println(records + " records are written.");
            return;
        }
        if (namespace.getString(KEYS) == null) {
            throw unusable("To find a person needs --keys.");
        }
        String reference = Files.readString(Path.of(subject)).strip();
        try {
            int decisions = operator.exportSubject(reference, Path.of(namespace.getString(KEYS)), file(namespace));
            System.out.println(decisions + " decisions are written.");
        } catch (StaleKeyException e) {
            throw unusable(
                    "The file of keys is not the one that the ledger is kept with now: with it nobody would be found.");
        }
    }
}

package org.risktriage.service.cli;

import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.UnknownRulesException;

/**
 * {@code rules}: the policy lead's desk. Exit status 1 for findings, 2 for a wrong use. Changes no file that is there but the
 * two lists of releases, and opens no port.
 */
public final class RulesCommand extends PlainCommand {
    /** The name of the command. */
    public static final String NAME = "rules";

    private static final String ACTION = "action";
    private static final List<RulesAction> ACTIONS = List.of(
            new NewAction(),
            new CheckAction(),
            new TestAction(),
            new LintAction(),
            new ProveAction(),
            new ExplainAction(),
            new DiffAction(),
            new ImpactAction(),
            new DescribeAction(),
            new SealAction(),
            new ApproveAction());

    /** Creates the command. */
    public RulesCommand() {
        super(NAME, "Begins, checks, tests, proves, explains, compares, describes and seals rule packs");
    }

    /**
     * Runs the command without the rest of the program, whose start takes longer than most checks.
     *
     * @param arguments the whole command line
     * @return the exit status: 0 if nothing is wrong, 1 for findings, 2 for a wrong use
     * @throws IOException if a file cannot be written
     */
    public static int alone(String[] arguments) throws IOException {
        RulesCommand command = new RulesCommand();
        ArgumentParser parser =
                ArgumentParsers.newFor("java -jar risk-service.jar").build();
        command.configure(parser.addSubparsers().addParser(NAME).description(command.getDescription()));
        try {
            command.run(null, parser.parseArgs(arguments));
            return 0;
        } catch (HelpScreenException e) {
            return 0;
        } catch (ArgumentParserException e) {
            e.getParser().handleError(e);
            return USAGE;
        } catch (CommandFailedException e) {
            return e.exitStatus();
        }
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions =
                subparser.addSubparsers().title("what to do").metavar("ACTION").dest(ACTION);
        ACTIONS.forEach(action -> action.addTo(actions));
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        String name = namespace.getString(ACTION);
        RulesAction action = ACTIONS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unusable("There is no such thing to do."));
        boolean passed;
        try {
            passed = action.run(namespace);
        } catch (UnknownRulesException e) {
            throw unusable("There is no such folder or pack. " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw unusable("A folder or file cannot be read or written.");
        }
        System.out.flush();
        if (!passed) {
            throw new CommandFailedException("There are findings.", FINDINGS);
        }
    }
}

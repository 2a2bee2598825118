package org.risktriage.service.cli;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command that says what there is to say in plain words, and the rest by its exit status. */
abstract class PlainCommand extends Command {
    /** There are findings: something was refused, or is not as expected. */
    static final int FINDINGS = 1;

    /** The command was used wrongly, or could not do its work. */
    static final int USAGE = 2;

    PlainCommand(String name, String description) {
        super(name, description);
    }

    /** Says on the error stream why the command cannot do its work. */
    static CommandFailedException unusable(String why) {
        System.err.println(why);
        return new CommandFailedException(why, USAGE);
    }

    /** Says on the error stream what is not as expected. */
    static CommandFailedException finding(String why) {
        System.err.println(why);
        return new CommandFailedException(why, FINDINGS);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable thrown) {
        // What there is to say has been said, and a stack trace says nothing to the person at the terminal.
        if (!(thrown instanceof CommandFailedException)) {
            super.onError(cli, namespace, thrown);
        }
    }
}

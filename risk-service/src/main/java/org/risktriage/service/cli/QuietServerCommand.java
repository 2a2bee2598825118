package org.risktriage.service.cli;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.UndefinedEnvironmentVariableException;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import java.io.FileNotFoundException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.risktriage.triage.RulesFaultException;

/**
 * {@code server}: runs the service. What is wrong with the rules or the settings is said in words alone: whoever wrote
 * them looks for a file and a line, not for a place in the code.
 *
 * @param <T> the settings
 */
public final class QuietServerCommand<T extends Configuration> extends ServerCommand<T> {
    /**
     * Creates the command.
     *
     * @param application the service
     */
    public QuietServerCommand(Application<T> application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable thrown) {
        if (thrown instanceof RulesFaultException
                || thrown instanceof ConfigurationException
                || thrown instanceof UndefinedEnvironmentVariableException
                || thrown instanceof FileNotFoundException) {
            cli.getStdErr().println(thrown.getMessage());
        } else {
            super.onError(cli, namespace, thrown);
        }
    }
}

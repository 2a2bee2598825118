package org.risktriage.service.cli;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.UndefinedEnvironmentVariableException;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.FileNotFoundException;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.triage.RulesFaultException;

/**
 * {@code server}: runs the service. What is wrong with the rules or the settings is said in words alone: whoever wrote
 * them looks for a file and a line, not for a place in the code.
 *
 * @param <T> the settings
 */
public final class QuietServerCommand<T extends Configuration> extends ServerCommand<T> {
    private static final String SHADOW = "shadow";

    /**
     * Creates the command.
     *
     * @param application the service
     */
    public QuietServerCommand(Application<T> application) {
        super(application);
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--" + SHADOW)
                .metavar("DIR")
                .help(
                        "a folder with one pack that is tried beside the rules in force: it decides nothing, and how often it"
                                + " would have decided otherwise is counted");
    }

    @Override
    protected void run(Bootstrap<T> bootstrap, Namespace namespace, T configuration) throws Exception {
        String shadow = namespace.getString(SHADOW);
        if (shadow != null && configuration instanceof RiskTriageConfiguration own) {
            own.setRulePacks(own.getRulePacks().withShadow(shadow));
            List<String> faults = own.getRulePacks().faults(own.getPurpose());
            if (!faults.isEmpty()) {
                throw new RulesFaultException(String.join("\n", faults));
            }
        }
        super.run(bootstrap, namespace, configuration);
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

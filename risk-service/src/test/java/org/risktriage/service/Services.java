package org.risktriage.service;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.util.ArrayList;
import java.util.List;

/** The real service on free ports of this machine, with the demo's own configuration. */
final class Services {
    private Services() {}

    /** Answers assessments of any day, as the demo does. */
    static DropwizardAppExtension<RiskTriageConfiguration> rehearsing(ConfigOverride... others) {
        return start("true", others);
    }

    /** Refuses assessments dated after today, as in daily use. */
    static DropwizardAppExtension<RiskTriageConfiguration> inDailyUse(ConfigOverride... others) {
        return start("false", others);
    }

    private static DropwizardAppExtension<RiskTriageConfiguration> start(String rehearsal, ConfigOverride... others) {
        List<ConfigOverride> settings = new ArrayList<>(List.of(others));
        settings.add(ConfigOverride.config("rehearsal", rehearsal));
        // What a service records is tested apart.
        settings.add(ConfigOverride.config("ledger.on", "false"));
        settings.add(ConfigOverride.config("server.applicationConnectors[0].port", "0"));
        settings.add(ConfigOverride.config("server.adminConnectors[0].port", "0"));
        return new DropwizardAppExtension<>(
                RiskTriageApplication.class, RiskTriageApplication.DEMO, settings.toArray(new ConfigOverride[0]));
    }
}

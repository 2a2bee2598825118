package org.risktriage.service.settings;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.service.callers.CredentialCheck;
import org.risktriage.service.http.QuietRequestLogFactory;

/**
 * Refuses a configuration with which the service would be open to those it is not for. Says everything that is wrong with
 * it, not only the first.
 */
public final class SafeToRunCheck implements ConstraintValidator<SafeToRun, RiskTriageConfiguration> {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1", "[::1]");

    @Override
    public boolean isValid(RiskTriageConfiguration configuration, ConstraintValidatorContext context) {
        List<String> faults = faults(configuration);
        context.disableDefaultConstraintViolation();
        faults.forEach(
                fault -> context.buildConstraintViolationWithTemplate(fault).addConstraintViolation());
        return faults.isEmpty();
    }

    private static List<String> faults(RiskTriageConfiguration configuration) {
        List<String> faults = new ArrayList<>(CredentialCheck.faults(configuration.getCallers()));
        faults.addAll(configuration.getLedger().faults());
        faults.addAll(configuration.getRulePacks().faults(configuration.getPurpose()));
        if (!(configuration.getServerFactory() instanceof DefaultServerFactory server)) {
            faults.add("server.type: has to be default, so that the admin port is one of its own.");
            return faults;
        }
        if (configuration.getPurpose() == Purpose.DEMO) {
            if (!allOnLoopback(server.getApplicationConnectors()) || !allOnLoopback(server.getAdminConnectors())) {
                faults.add("purpose: a demo listens on 127.0.0.1 only. Set every bindHost, or purpose: production.");
            }
        } else {
            production(configuration, server, faults);
        }
        if (!(server.getRequestLogFactory() instanceof QuietRequestLogFactory)) {
            faults.add("server.requestLog.type: has to be quiet. Others write addresses and URLs down.");
        }
        return faults;
    }

    private static void production(
            RiskTriageConfiguration configuration, DefaultServerFactory server, List<String> faults) {
        if (configuration.getCallers().open()) {
            faults.add("callers.open: only a demo lets everybody in.");
        }
        if (!configuration.getCallers().hasCredentials()) {
            faults.add("callers: nobody could be let in. Set apiKeys, issuers or certificates.");
        }
        if (CredentialCheck.holdsDemoSecrets(configuration.getCallers())) {
            faults.add("callers: one of the keys stands in the documentation, where everybody can read it.");
        }
        List<ConnectorFactory> application = server.getApplicationConnectors();
        for (int i = 0; i < application.size(); i++) {
            if (!isOnLoopback(application.get(i))
                    && !(application.get(i) instanceof HttpsConnectorFactory)
                    && !configuration.isBehindProxy()) {
                faults.add("server.applicationConnectors[" + i
                        + "]: is open to other machines without TLS. Use type: https, bind it to 127.0.0.1, or set"
                        + " behindProxy where a reverse proxy ends TLS.");
            }
        }
        if (!configuration.isAdminOnNetwork() && !allOnLoopback(server.getAdminConnectors())) {
            faults.add("server.adminConnectors: are open to other machines. Bind them to 127.0.0.1, or set"
                    + " adminOnNetwork where only the operators can reach them.");
        }
    }

    private static boolean allOnLoopback(List<ConnectorFactory> connectors) {
        return connectors.stream().allMatch(SafeToRunCheck::isOnLoopback);
    }

    private static boolean isOnLoopback(@Nullable ConnectorFactory connector) {
        // A host that is not set means every address.
        return connector instanceof HttpConnectorFactory http
                && http.getBindHost() != null
                && LOOPBACK.contains(http.getBindHost());
    }
}

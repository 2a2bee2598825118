package org.risktriage.service.settings;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.UndefinedEnvironmentVariableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration with the values of environment variables in it. A variable that is not set and has no default is a fault:
 * left as it is written, a password would be the name of one.
 */
public final class RequiredVariables implements ConfigurationSourceProvider {
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("(?<!\\$)\\$\\{([^}:]+)}");

    private final ConfigurationSourceProvider files;

    /**
     * Creates the source.
     *
     * @param files where configurations are
     */
    public RequiredVariables(ConfigurationSourceProvider files) {
        this.files = files;
    }

    /**
     * Reads a configuration.
     *
     * @param path its path
     * @return its text with all variables replaced
     * @throws IOException if it cannot be read
     * @throws UndefinedEnvironmentVariableException naming every variable that is not set
     */
    @Override
    public InputStream open(String path) throws IOException {
        String text;
        try (InputStream file = files.open(path)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Set<String> missing = new TreeSet<>();
        Matcher variables = WITHOUT_DEFAULT.matcher(text);
        while (variables.find()) {
            if (System.getenv(variables.group(1)) == null) {
                missing.add(variables.group(1));
            }
        }
        if (!missing.isEmpty()) {
            throw new UndefinedEnvironmentVariableException(path
                    + " names environment variables that are not set: " + String.join(", ", missing)
                    + ". Set them, or give a default as in ${NAME:-default}.");
        }
        String replaced = new EnvironmentVariableSubstitutor(true).replace(text);
        return new ByteArrayInputStream(replaced.getBytes(StandardCharsets.UTF_8));
    }
}

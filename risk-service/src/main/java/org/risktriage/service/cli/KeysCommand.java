package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.callers.ApiKey;
import org.risktriage.service.callers.KeyFile;
import org.risktriage.service.callers.Role;
import org.risktriage.service.callers.Secret;

/**
 * {@code keys make|list|rotate|revoke}: keeps the file of API keys. A secret is shown once, when it is made, and cannot be
 * shown again. Exit status 1 if there is no such key, 2 for a wrong use.
 */
public final class KeysCommand extends KeyTableCommand<ApiKey> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_LIFE_DAYS = 397;
    private static final int USUAL_LIFE_DAYS = 90;
    private static final int LONGEST_OVERLAP_DAYS = 30;
    private static final int USUAL_OVERLAP_DAYS = 7;

    /**
     * Creates the command.
     *
     * @param clock tells when a key is made and what has expired
     */
    public KeysCommand(Clock clock) {
        super("keys", "Makes, lists, rotates and revokes API keys", clock, ApiKey::id);
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions = subparser.addSubparsers().dest(ACTION).title("actions");
        Subparser make = action(actions, "make", "makes a key and shows its secret, this once");
        make.addArgument("--agency")
                .required(true)
                .help("the agency that answers for the caller, as in leicester-city");
        make.addArgument("--caller").required(true).help("the system that will use the key, as in case-system");
        make.addArgument("--role")
                .required(true)
                .action(Arguments.append())
                .choices("scorer", "auditor", "policy", "statistics")
                .help("what it is let in for; may be repeated");
        days(make, "--days", USUAL_LIFE_DAYS, 1, LONGEST_LIFE_DAYS, "for how many days the key is good");
        action(actions, "list", "lists the keys, without their secrets");
        Subparser rotate = action(actions, "rotate", "makes a key in place of another, which stays good for some days");
        rotate.addArgument("id").metavar("ID").help("the key to replace");
        days(rotate, "--days", USUAL_LIFE_DAYS, 1, LONGEST_LIFE_DAYS, "for how many days the new key is good");
        days(
                rotate,
                "--overlap",
                USUAL_OVERLAP_DAYS,
                0,
                LONGEST_OVERLAP_DAYS,
                "for how many days the old key stays good");
        Subparser revoke = action(actions, "revoke", "stops a key at once");
        revoke.addArgument("id").metavar("ID").help("the key to stop");
    }

    private static Subparser action(Subparsers actions, String name, String help) {
        Subparser action = actions.addParser(name).help(help);
        action.addArgument("--file").metavar("FILE").required(true).help("the file of keys");
        action.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
        return action;
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        Path file = Path.of(namespace.getString("file"));
        Instant now = now();
        List<ApiKey> keys = read(file, namespace.getString(ACTION).equals("make"));
        PrintStream out = System.out;
        switch (namespace.getString(ACTION)) {
            case "make" -> show(out, namespace, make(file, keys, namespace, now));
            case "rotate" -> show(out, namespace, rotate(file, keys, namespace, now));
            case "revoke" -> {
                ApiKey revoked = find(keys, namespace.getString("id"));
                write(file, replace(keys, revoked, key -> key.revokedAt(now)));
                out.println(revoked.id() + " is revoked. A running service takes it from the file within seconds.");
            }
            default -> list(out, namespace, keys, now);
        }
        out.flush();
    }

    private static List<ApiKey> read(Path file, boolean fresh) {
        try {
            return fresh && Files.notExists(file) ? List.of() : KeyFile.read(file);
        } catch (IOException e) {
            throw unusable("The file of keys cannot be read.");
        }
    }

    private static void write(Path file, List<ApiKey> keys) {
        try {
            KeyFile.write(file, keys);
        } catch (IOException e) {
            throw unusable("The file of keys cannot be written.");
        }
    }

    private record Made(Secret secret, ApiKey key) {}

    private static Made make(Path file, List<ApiKey> keys, Namespace namespace, Instant now) {
        String agency = namespace.getString("agency");
        String caller = namespace.getString("caller");
        if (!NAME.matcher(agency).matches() || !NAME.matcher(caller).matches()) {
            throw unusable("An agency and a caller are named by up to 40 small letters, digits and hyphens.");
        }
        Set<Role> roles = namespace.<String>getList("role").stream()
                .map(Role::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Made made = made(agency, caller, roles, now, namespace.getInt("days"));
        List<ApiKey> all = new ArrayList<>(keys);
        all.add(made.key());
        write(file, all);
        return made;
    }

    private Made rotate(Path file, List<ApiKey> keys, Namespace namespace, Instant now) {
        ApiKey old = find(keys, namespace.getString("id"));
        if (!old.status(now).equals("active")) {
            throw finding("This key is not active. Make another.");
        }
        Made made = made(old.agency(), old.caller(), old.roles(), now, namespace.getInt("days"));
        Instant last = now.plus(Duration.ofDays(namespace.getInt("overlap")));
        List<ApiKey> all = new ArrayList<>(replace(keys, old, key -> key.endingBy(last)));
        all.add(made.key());
        write(file, all);
        return made;
    }

    private static Made made(String agency, String caller, Set<Role> roles, Instant now, int days) {
        Secret secret = Secret.random();
        return new Made(
                secret,
                new ApiKey(
                        secret.id(),
                        agency,
                        caller,
                        roles,
                        secret.sha256(),
                        now,
                        now.plus(Duration.ofDays(days)),
                        null));
    }

    private static void show(PrintStream out, Namespace namespace, Made made) throws IOException {
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode()
                    .put("id", made.key().id())
                    .put("key", made.secret().revealed())
                    .put("expires", made.key().expires().toString());
            out.println(json.writeValueAsString(document));
        } else {
            out.println("Key: " + made.secret().revealed());
            out.println("It is shown this once. Give it to " + made.key().caller() + " of "
                    + made.key().agency() + " by a way that nobody else can read.");
            out.println("Id " + made.key().id() + ", good until " + made.key().expires() + ".");
        }
    }

    private static void list(PrintStream out, Namespace namespace, List<ApiKey> keys, Instant now) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (ApiKey key : keys) {
            String roles = key.roles().stream().map(Role::code).sorted().collect(Collectors.joining(","));
            if (namespace.getBoolean("json")) {
                out.println(json.writeValueAsString(json.createObjectNode()
                        .put("id", key.id())
                        .put("status", key.status(now))
                        .put("agency", key.agency())
                        .put("caller", key.caller())
                        .put("roles", roles)
                        .put("expires", key.expires().toString())));
            } else {
                out.println(key.id() + "  " + key.status(now) + "  " + key.agency() + "/" + key.caller() + "  " + roles
                        + "  until " + key.expires());
            }
        }
    }
}

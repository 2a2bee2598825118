package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.SigningKeys;

/**
 * {@code pack-keys make|list|rotate|revoke}: keeps the keys by which packs are signed. A private key goes into a file of its
 * owner, and is never shown; the public one goes into the table of trusted keys. Exit status 1 if there is no such key, 2 for a
 * wrong use.
 */
public final class PackKeysCommand extends KeyTableCommand<TrustedKey> {
    private static final String HOLDER = "[a-z0-9][a-z0-9-]{0,59}";
    private static final int LONGEST_LIFE_DAYS = 1_100;
    private static final int USUAL_LIFE_DAYS = 365;
    private static final int LONGEST_OVERLAP_DAYS = 90;
    private static final int USUAL_OVERLAP_DAYS = 14;

    /**
     * Creates the command.
     *
     * @param clock tells when a key is made and what has ended
     */
    public PackKeysCommand(Clock clock) {
        super(
                "pack-keys",
                "Makes, lists, rotates and revokes the keys by which rule packs are signed",
                clock,
                TrustedKey::id);
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions = subparser.addSubparsers().dest(ACTION).title("actions");
        Subparser make = action(actions, "make", "makes a key");
        make.addArgument("--holder").required(true).help("who holds it, as a role, as in chair-of-plymouth-marac");
        make.addArgument("--role").required(true).choices("author", "approver").help("what it signs as");
        newKey(make);
        Subparser list = action(actions, "list", "lists the trusted keys");
        list.addArgument("--json").action(Arguments.storeTrue()).help("print JSON, one key a line");
        Subparser rotate = action(actions, "rotate", "makes a key in place of another, which ends after some days");
        rotate.addArgument("id").metavar("ID").help("the key to replace");
        newKey(rotate);
        days(rotate, "--overlap", USUAL_OVERLAP_DAYS, 0, LONGEST_OVERLAP_DAYS, "for how many days the old key signs");
        Subparser revoke = action(actions, "revoke", "stops trusting a key");
        revoke.addArgument("id").metavar("ID").help("the key to stop");
        revoke.addArgument("--since")
                .metavar("MOMENT")
                .help("from when on its signatures do not count, as in 2026-11-21T09:00:00Z; unless given, none counts"
                        + " any longer. Only where it is sure that nobody else had the key before");
    }

    private static Subparser action(Subparsers actions, String name, String help) {
        Subparser action = actions.addParser(name).help(help);
        action.addArgument("--trusted").metavar("FILE").required(true).help("the table of trusted keys");
        return action;
    }

    private static void newKey(Subparser action) {
        action.addArgument("--key")
                .metavar("FILE")
                .required(true)
                .help("where the private key goes; the file must not be there yet");
        days(action, "--days", USUAL_LIFE_DAYS, 1, LONGEST_LIFE_DAYS, "for how many days the key signs");
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        Path file = Path.of(namespace.getString("trusted"));
        Instant now = now();
        boolean first = namespace.getString(ACTION).equals("make") && Files.notExists(file);
        List<TrustedKey> keys = first ? List.of() : TrustedKeysFile.read(file).keys();
        switch (namespace.getString(ACTION)) {
            case "make" -> make(file, keys, namespace, now);
            case "rotate" -> rotate(file, keys, namespace, now);
            case "revoke" -> revoke(file, keys, namespace);
            default -> list(keys, namespace, now);
        }
        System.out.flush();
    }

    private static void make(Path file, List<TrustedKey> keys, Namespace namespace, Instant now) {
        String holder = namespace.getString("holder");
        if (!holder.matches(HOLDER)) {
            throw unusable("A holder is named by up to 60 small letters, digits and hyphens.");
        }
        SigningRole role = Objects.requireNonNull(SigningRole.of(namespace.getString("role")));
        if (keys.stream().anyMatch(key -> key.holder().equals(holder) && key.role() != role)) {
            throw unusable("This holder has a key of the other role. Nobody may be both author and approver.");
        }
        List<TrustedKey> all = new ArrayList<>(keys);
        all.add(made(holder, role, namespace, now));
        TrustedKeysFile.write(file, all);
    }

    private void rotate(Path file, List<TrustedKey> keys, Namespace namespace, Instant now) {
        TrustedKey old = find(keys, namespace.getString("id"));
        if (!old.goodAt(now)) {
            throw finding("This key is not good any more. Make another.");
        }
        Instant last = now.plus(Duration.ofDays(namespace.getInt("overlap")));
        List<TrustedKey> all = new ArrayList<>(replace(keys, old, key -> key.endingBy(last)));
        all.add(made(old.holder(), old.role(), namespace, now));
        TrustedKeysFile.write(file, all);
    }

    private static TrustedKey made(String holder, SigningRole role, Namespace namespace, Instant now) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(SigningKeys.ALGORITHM).generateKeyPair();
            String id = holder + "-"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(pair.getPublic().getEncoded()))
                            .substring(0, 8);
            TrustedKey key = new TrustedKey(
                    id,
                    holder,
                    role,
                    SigningKeys.text(pair.getPublic()),
                    now,
                    now.plus(Duration.ofDays(namespace.getInt("days"))),
                    null);
            PrivateKeyFile.write(Path.of(namespace.getString("key")), pair.getPrivate());
            System.out.println("Key " + key.id() + " of the " + role + ", good until " + key.to()
                    + ". Its private half is in the file that was named, for its owner alone.");
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519.", e);
        }
    }

    private void revoke(Path file, List<TrustedKey> keys, Namespace namespace) {
        TrustedKey key = find(keys, namespace.getString("id"));
        Instant since = since(namespace.getString("since"), key);
        TrustedKeysFile.write(file, replace(keys, key, one -> one.revokedSince(since)));
        System.out.println(
                key.id() + " is revoked. A running service sees it within seconds: it goes on by the rules it has,"
                        + " and says in its health which packs are not believed any longer.");
    }

    private static Instant since(@Nullable String written, TrustedKey key) {
        try {
            return written == null ? key.from() : Instant.parse(written);
        } catch (DateTimeException e) {
            throw unusable("A moment is written as in 2026-11-21T09:00:00Z.");
        }
    }

    private static void list(List<TrustedKey> keys, Namespace namespace, Instant now) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (TrustedKey key : keys) {
            String status = key.revoked() != null ? "revoked" : key.goodAt(now) ? "active" : "ended";
            System.out.println(
                    namespace.getBoolean("json")
                            ? json.writeValueAsString(json.createObjectNode()
                                    .put("id", key.id())
                                    .put("status", status)
                                    .put("holder", key.holder())
                                    .put("role", key.role().code())
                                    .put("from", key.from().toString())
                                    .put("to", key.to().toString())
                                    .put(
                                            "revoked",
                                            key.revoked() == null
                                                    ? null
                                                    : key.revoked().toString()))
                            : key.id() + "  " + status + "  " + key.role() + "  " + key.holder() + "  until "
                                    + (key.revoked() == null ? key.to() : key.revoked()));
        }
    }
}

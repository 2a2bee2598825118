package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.SealedFile;
import org.risktriage.triage.desk.SigningKeys;

/** An action that signs a pack in one role, with a private key whose other half is trusted. */
abstract class SigningAction implements RulesAction {
    private final Clock clock = Clock.systemUTC();
    private final String name;
    private final SigningRole role;

    SigningAction(String name, SigningRole role) {
        this.name = name;
        this.role = role;
    }

    @Override
    public final String name() {
        return name;
    }

    /** Adds what it takes to sign; {@code out} says what is written where. */
    final void addTo(Subparser action, String out) {
        action.epilog(EXIT);
        action.addArgument("--key").metavar("FILE").required(true).help("the " + role + "'s private key");
        action.addArgument("--trusted").metavar("FILE").required(true).help("the table of trusted keys");
        SealOutput.addTo(action);
        action.addArgument("--out").metavar("DIR").setDefault(".").help(out + "; here unless given");
    }

    @Override
    public final boolean run(Namespace namespace) throws IOException {
        SealOutput output = new SealOutput(namespace);
        try {
            SealPolicy policy = TrustedKeysFile.read(Path.of(namespace.getString("trusted")));
            PrivateKey key = PrivateKeyFile.read(Path.of(namespace.getString("key")));
            return run(namespace, new Signer(key, trusted(key, policy), policy), output);
        } finally {
            output.end();
        }
    }

    /** Does it, once it is sure who signs. */
    abstract boolean run(Namespace namespace, Signer signer, SealOutput output) throws IOException;

    /**
     * Who signs.
     *
     * @param key the private key
     * @param trusted its other half, which signs in the role of the action now
     * @param policy every key that is trusted
     */
    record Signer(PrivateKey key, TrustedKey trusted, SealPolicy policy) {}

    final SealedFile sign(SealedFile file, Signer signer) {
        return file.signed(role, signer.trusted().id(), signer.key(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private TrustedKey trusted(PrivateKey key, SealPolicy policy) {
        TrustedKey trusted;
        try {
            trusted = SigningKeys.trusted(key, policy);
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
        if (trusted.role() != role) {
            throw PlainCommand.unusable("This is a key of an " + trusted.role() + "; an " + role + " signs here.");
        }
        if (!trusted.goodAt(now())) {
            throw PlainCommand.unusable("This key is revoked, or not good now.");
        }
        return trusted;
    }
}

package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.PackCheck;
import org.risktriage.triage.desk.PackSeal;
import org.risktriage.triage.desk.SealReport;
import org.risktriage.triage.desk.SealedFile;
import org.risktriage.triage.desk.SigningKeys;

/** {@code rules seal}: checks, tests and compiles a pack, and signs it as its author. */
final class SealAction implements RulesAction {
    private static final String ENDING = ".to-approve";

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser seal = actions.addParser(name())
                .help("seals a pack, as its author")
                .description(
                        "Checks and tests one version of a pack, compiles its rules, and puts it with the report of its"
                                + " impact into one file, signed by its author. Somebody else approves it.")
                .epilog(EXIT);
        seal.addArgument("dir").metavar("DIR").help("the folder of one version of a pack");
        seal.addArgument("--impact").metavar("FILE").required(true).help("what rules impact --out wrote");
        seal.addArgument("--key").metavar("FILE").required(true).help("the author's private key");
        seal.addArgument("--trusted").metavar("FILE").required(true).help("the table of trusted keys");
        SealOutput.addTo(seal);
        seal.addArgument("--out").metavar("DIR").setDefault(".").help("where the file goes; here unless given");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        SealOutput output = new SealOutput(namespace);
        try {
            return run(namespace, output);
        } finally {
            output.end();
        }
    }

    private boolean run(Namespace namespace, SealOutput output) throws IOException {
        Path folder = Path.of(namespace.getString("dir"));
        SealPolicy policy = TrustedKeysFile.read(Path.of(namespace.getString("trusted")));
        PrivateKey key = PrivateKeyFile.read(Path.of(namespace.getString("key")));
        TrustedKey author = signer(key, SigningRole.AUTHOR, policy, clock);
        byte[] report = Files.readAllBytes(Path.of(namespace.getString("impact")));
        ImpactFile impact = ImpactFile.read(report);
        SealReport came;
        try {
            came = PackSeal.folder(folder, Map.of(ImpactFile.NOTE, report));
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
        String root = PackCheck.root(folder).toString();
        output.trial(came.trial(), root.isEmpty() ? "" : root + "/");
        SealedFile file = came.sealed();
        if (file == null || output.refused(impact.refusals(file.pack()))) {
            return false;
        }
        Path out = Path.of(namespace.getString("out"))
                .resolve(file.pack().id() + "-" + file.pack().version() + ENDING);
        SealedFile signed = file.signed(SigningRole.AUTHOR, author.id(), key, now(clock));
        Files.write(out, signed.bytes());
        output.done(
                file,
                out,
                "Sealed by " + author.holder() + ": " + out + "\nKind of change: " + impact.kind() + ", against "
                        + impact.before() + ".\nSomebody else approves it: rules approve " + out + "\n");
        return true;
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The trusted key that belongs to a private one, if it signs in that role now. */
    static TrustedKey signer(PrivateKey key, SigningRole role, SealPolicy policy, Clock clock) {
        TrustedKey trusted;
        try {
            trusted = SigningKeys.trusted(key, policy);
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
        if (trusted.role() != role) {
            throw PlainCommand.unusable("This is a key of an " + trusted.role() + "; an " + role + " signs here.");
        }
        if (!trusted.goodAt(now(clock))) {
            throw PlainCommand.unusable("This key is revoked, or not good now.");
        }
        return Objects.requireNonNull(trusted);
    }
}

package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.desk.PackCheck;
import org.risktriage.triage.desk.PackSeal;
import org.risktriage.triage.desk.SealReport;
import org.risktriage.triage.desk.SealedFile;

/** {@code rules seal}: checks, tests and compiles a pack, and signs it as its author. */
final class SealAction extends SigningAction {
    private static final String ENDING = ".to-approve";

    SealAction() {
        super("seal", SigningRole.AUTHOR);
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser seal = actions.addParser(name())
                .help("seals a pack, as its author")
                .description(
                        "Checks and tests one version of a pack, compiles its rules, and puts it with the report of its"
                                + " impact into one file, signed by its author. Somebody else approves it.");
        seal.addArgument("dir").metavar("DIR").help("the folder of one version of a pack");
        seal.addArgument("--impact").metavar("FILE").required(true).help("what rules impact --out wrote");
        ReleaseGate.addTo(seal, false);
        addTo(seal, "where the file goes");
    }

    @Override
    boolean run(Namespace namespace, Signer signer, SealOutput output) throws IOException {
        Path folder = Path.of(namespace.getString("dir"));
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
        if (file == null
                || output.refused(ReleaseGate.of(namespace, signer.policy()).refusals(file, impact))) {
            return false;
        }
        Path out = Path.of(namespace.getString("out"))
                .resolve(file.pack().id() + "-" + file.pack().version() + ENDING);
        SealedFile signed = sign(file, signer);
        Files.write(out, signed.bytes());
        output.done(
                file,
                out,
                "Sealed by " + signer.trusted().holder() + ": " + out + "\nKind of change: " + impact.demanded()
                        + ", against " + DiffText.name(impact.before()) + ".\nSomebody else approves it: rules approve "
                        + out + "\n");
        return true;
    }
}

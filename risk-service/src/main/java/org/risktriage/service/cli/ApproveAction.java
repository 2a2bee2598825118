package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.desk.PackSeal;
import org.risktriage.triage.desk.SealReport;
import org.risktriage.triage.desk.SealedFile;

/** {@code rules approve}: does all of {@code rules seal} once more, signs as the approver, and lists the release. */
final class ApproveAction extends SigningAction {
    private static final String HEADER = "id,version,sha256,seal";
    private static final String TITLE = "# Releases\n";

    ApproveAction() {
        super("approve", SigningRole.APPROVER);
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser approve = actions.addParser(name())
                .help("approves a sealed pack, so that it may be used")
                .description(
                        "Checks, tests and compiles once more what an author has sealed, compares, signs it, and adds it"
                                + " to the list of releases and to the change log.");
        approve.addArgument("file").metavar("FILE").help("what rules seal wrote");
        approve.addArgument("--released")
                .metavar("FILE")
                .required(true)
                .help("the list of releases; made if it is not there");
        approve.addArgument("--changelog")
                .metavar("FILE")
                .required(true)
                .help("the change log of releases; made if it is not there");
        addTo(approve, "where the sealed pack goes");
    }

    @Override
    boolean run(Namespace namespace, Signer signer, SealOutput output) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(namespace.getString("file")));
        Path released = Path.of(namespace.getString("released"));
        SealedFile signed;
        ImpactFile impact;
        try {
            SealedFile file = SealedFile.read(bytes);
            file.signedBy(SigningRole.AUTHOR, signer.policy());
            byte[] report = file.notes().get(ImpactFile.NOTE);
            if (report == null) {
                throw new RulesFaultException("No report of the impact was sealed with the pack.");
            }
            impact = ImpactFile.read(report);
            SealReport came = PackSeal.again(file);
            output.trial(came.trial(), "");
            if (came.sealed() == null || output.refused(impact.refusals(file.pack()))) {
                return false;
            }
            signed = sign(file, signer).trusted(signer.policy());
            refuseReleased(signed, released);
        } catch (RulesFaultException e) {
            output.refused(List.of(String.valueOf(e.getMessage())));
            return false;
        }
        String note = ReleaseNote.of(signed, impact, signer.policy());
        Path out = Path.of(namespace.getString("out"))
                .resolve(signed.pack().id() + "-" + signed.pack().version() + ".sealed");
        list(signed, released);
        note(note, Path.of(namespace.getString("changelog")));
        place(signed.bytes(), out);
        output.done(signed, out, "Released by " + signer.trusted().holder() + ": " + out + "\n\n" + note);
        return true;
    }

    /** A version is released once. */
    private static void refuseReleased(SealedFile file, Path released) throws IOException {
        String start = file.pack().id() + "," + file.pack().version() + ",";
        if (Files.exists(released) && Files.readAllLines(released).stream().anyMatch(line -> line.startsWith(start))) {
            throw new RulesFaultException("This version is among the releases already. A change is a new version.");
        }
    }

    private static void list(SealedFile file, Path released) throws IOException {
        if (Files.notExists(released)) {
            Files.writeString(released, HEADER + "\n");
        }
        Files.writeString(
                released,
                String.join(
                                ",",
                                file.pack().id(),
                                file.pack().version(),
                                file.pack().sha256(),
                                file.seal())
                        + "\n",
                StandardOpenOption.APPEND);
    }

    /** The latest release comes first. */
    private static void note(String note, Path changelog) throws IOException {
        String before = Files.exists(changelog) ? Files.readString(changelog) : TITLE;
        int at = before.indexOf("\n## ");
        String head = at < 0 ? before : before.substring(0, at + 1);
        String rest = at < 0 ? "" : "\n" + before.substring(at + 1);
        Files.writeString(changelog, head + (at < 0 ? "\n" : "") + note + rest);
    }

    /** A service that watches the folder waits until nothing changes any more, so it sees the whole file alone. */
    private static void place(byte[] bytes, Path out) throws IOException {
        Path beside = Files.createTempFile(out.toAbsolutePath().getParent(), ".released", "");
        try {
            Files.write(beside, bytes);
            Files.move(beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}

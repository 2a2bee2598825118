package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.service.folders.WholeFile;
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
        ReleaseGate.addTo(approve, true);
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
            if (came.sealed() == null
                    || output.refused(ReleaseGate.of(namespace, signer.policy()).refusals(file, impact))) {
                return false;
            }
            signed = sign(file, signer).trusted(signer.policy());
        } catch (RulesFaultException e) {
            output.refused(List.of(String.valueOf(e.getMessage())));
            return false;
        }
        String note = ReleaseNote.of(signed, impact, signer.policy());
        Path out = Path.of(namespace.getString("out"))
                .resolve(signed.pack().id() + "-" + signed.pack().version() + ".sealed");
        Path changelog = Path.of(namespace.getString("changelog"));
        if (!release(signed, note, released, changelog, out)) {
            output.refused(List.of("This version is among the releases already. A change is a new version."));
            return false;
        }
        output.done(signed, out, "Released by " + signer.trusted().holder() + ": " + out + "\n\n" + note);
        return true;
    }

    /**
     * Lists it, tells of it, and puts it in its place. What can fail is done first; and where any of it fails, doing it again does
     * what is missing.
     *
     * @return false where the version was released before, and is there or was another
     */
    private static boolean release(SealedFile file, String note, Path released, Path changelog, Path out)
            throws IOException {
        String line = String.join(
                ",", file.pack().id(), file.pack().version(), file.pack().sha256(), file.seal());
        String start = file.pack().id() + "," + file.pack().version() + ",";
        List<String> lines = Files.exists(released) ? Files.readAllLines(released) : List.of(HEADER);
        boolean listed = lines.contains(line);
        if (listed ? Files.exists(out) : lines.stream().anyMatch(one -> one.startsWith(start))) {
            return false;
        }
        if (!Files.isWritable(out.toAbsolutePath().getParent())) {
            throw PlainCommand.unusable("The folder for the sealed pack is not there, or cannot be written to.");
        }
        if (!listed) {
            List<String> more = new ArrayList<>(lines);
            more.add(line);
            WholeFile.write(released, bytes(String.join("\n", more) + "\n"));
        }
        String before = Files.exists(changelog) ? Files.readString(changelog) : TITLE;
        if (!before.contains(note.lines().findFirst().orElseThrow() + "\n")) {
            WholeFile.write(changelog, bytes(with(note, before)));
        }
        WholeFile.write(out, file.bytes());
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The latest release comes first. */
    private static String with(String note, String before) {
        int at = before.indexOf("\n## ");
        String head = at < 0 ? before : before.substring(0, at + 1);
        String rest = at < 0 ? "" : "\n" + before.substring(at + 1);
        return head + (at < 0 ? "\n" : "") + note + rest;
    }
}

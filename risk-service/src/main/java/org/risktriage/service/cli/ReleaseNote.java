package org.risktriage.service.cli;

import java.util.StringJoiner;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.SealedFile;

/** What is written of a release in the change log, for whoever answers for the policy. */
final class ReleaseNote {
    private ReleaseNote() {}

    static String of(SealedFile file, ImpactFile impact, SealPolicy policy) {
        StringJoiner note = new StringJoiner("\n", "", "\n");
        note.add("## " + file.pack().id() + " " + file.pack().version());
        note.add("");
        note.add("- Kind of change: " + impact.demanded() + ", against " + DiffText.name(impact.before()) + ".");
        note.add("- " + (file.kind().equals("area") ? "Area: " : "Base rules: ") + file.title() + ".");
        note.add("- In force from " + file.inForceFrom()
                + (file.inForceTo() == null ? "." : " to " + file.inForceTo() + "."));
        if (!file.changes().isEmpty()) {
            note.add("- What changed: " + file.changes().get(0));
        }
        note.add("- Of " + impact.caseload() + ": up " + impact.moved("up") + ", down "
                + (impact.movesDown() ? impact.moved("down") : "none") + ", unchanged " + impact.moved("same") + ".");
        if (!impact.acceptedBy().isEmpty()) {
            note.add("- That cases move down or lose a route was accepted by " + impact.acceptedBy() + ": "
                    + impact.reason());
        }
        TrustedKey author = file.signedBy(SigningRole.AUTHOR, policy);
        note.add("- Author: " + author.holder() + ", key " + author.id() + ".");
        TrustedKey approver = file.signedBy(SigningRole.APPROVER, policy);
        note.add("- Approved by: " + approver.holder() + ", key " + approver.id() + ".");
        note.add("- Digest " + file.pack().sha256() + ", seal " + file.seal() + ".");
        return note.toString();
    }
}

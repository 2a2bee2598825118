package org.risktriage.triage.desk;

import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.seal.SealedPack;
import org.risktriage.triage.internal.seal.Signer;

/** A sealed pack on its way to being released: signed by nobody yet, by its author, or by both. */
public final class SealedFile {
    private final SealedPack sealed;
    private final Manifest manifest;

    SealedFile(SealedPack sealed) {
        this.sealed = sealed;
        PackFaults faults = new PackFaults();
        String file = sealed.folder() + "pack.yaml";
        Manifest read = Manifest.read(file, sealed.content().text(file), faults);
        faults.refuseIfAny("The rule pack " + sealed.name());
        this.manifest = Objects.requireNonNull(read);
    }

    /**
     * Reads a file, and sees that everything in it is as it was sealed.
     *
     * @param file the file
     * @return the pack
     * @throws org.risktriage.triage.RulesFaultException if anything is not as it was sealed
     */
    public static SealedFile read(byte[] file) {
        return new SealedFile(SealedPack.read(file));
    }

    SealedPack sealed() {
        return sealed;
    }

    /**
     * Which pack it is.
     *
     * @return its id, version and digest
     */
    public PackId pack() {
        return sealed.pack();
    }

    /**
     * The digest of the seal, by which a list of releases names it.
     *
     * @return SHA-256 in lower-case hexadecimal
     */
    public String seal() {
        return sealed.digest();
    }

    /**
     * What the pack is.
     *
     * @return its title
     */
    public String title() {
        return manifest.title();
    }

    /**
     * Whether it stands for one local MARAC.
     *
     * @return {@code area} or {@code base}
     */
    public String kind() {
        return manifest.kind();
    }

    /**
     * The first day on which it is the policy.
     *
     * @return the day
     */
    public LocalDate inForceFrom() {
        return manifest.inForceFrom();
    }

    /**
     * The last such day.
     *
     * @return the day, or null where it names none
     */
    public @Nullable LocalDate inForceTo() {
        return manifest.inForceTo();
    }

    /**
     * What its author says has changed.
     *
     * @return the lines, latest first
     */
    public List<String> changes() {
        return manifest.changes();
    }

    /**
     * How many files its rules were compiled to.
     *
     * @return the number; 0 where it has no rules of its own
     */
    public int compiledFiles() {
        return sealed.classes().size();
    }

    /**
     * What was noted when it was sealed.
     *
     * @return the notes, by name
     */
    public Map<String, byte[]> notes() {
        return sealed.notes();
    }

    /**
     * Signs. The author signs first.
     *
     * @param role what to sign as
     * @param keyId id of the key
     * @param key the private key
     * @param at when
     * @return the pack with that signature
     * @throws org.risktriage.triage.RulesFaultException if the key cannot sign
     */
    public SealedFile signed(SigningRole role, String keyId, PrivateKey key, Instant at) {
        return new SealedFile(sealed.signed(role, new Signer(keyId, key, at)));
    }

    /**
     * Whose signature the pack has.
     *
     * @param role what it was signed as
     * @param policy whom to believe
     * @return the key
     * @throws org.risktriage.triage.RulesFaultException if it has none that can be believed, and why
     */
    public TrustedKey signedBy(SigningRole role, SealPolicy policy) {
        return sealed.signedBy(role, policy);
    }

    /**
     * Sees that a service with such a policy would take the pack.
     *
     * @param policy which packs to believe
     * @return this
     * @throws org.risktriage.triage.RulesFaultException if it would not, and why
     */
    public SealedFile trusted(SealPolicy policy) {
        sealed.trusted(policy);
        return this;
    }

    /**
     * The file.
     *
     * @return its bytes
     */
    public byte[] bytes() {
        return sealed.bytes();
    }
}

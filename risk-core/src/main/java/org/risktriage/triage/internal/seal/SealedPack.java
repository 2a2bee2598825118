package org.risktriage.triage.internal.seal;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackDigest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.rules.CompiledClasses;
import org.risktriage.triage.internal.rules.CompiledRules;

/**
 * A sealed pack: its files as they were written, what its rules were compiled to, what was noted when it was sealed, and the
 * signatures.
 *
 * @param pack the pack that the seal names
 * @param entries every entry, by name
 */
public record SealedPack(PackId pack, SortedMap<String, byte[]> entries) {
    private static final String FILES = "pack/";
    private static final String CLASSES = "classes/";
    private static final String NOTES = "notes/";

    /**
     * What is sealed together.
     *
     * @param pack the pack
     * @param content where its files are
     * @param folder its folder there
     * @param classes what its rules were compiled to, by path; empty where it has none
     * @param notes what else is signed, by name
     * @return the sealed pack, without signatures
     */
    public static SealedPack of(
            PackId pack, Content content, String folder, Map<String, byte[]> classes, Map<String, byte[]> notes) {
        SortedMap<String, byte[]> sealed = new TreeMap<>();
        content.below(folder).forEach(path -> sealed.put(FILES + path.substring(folder.length()), content.bytes(path)));
        classes.forEach((path, bytes) -> sealed.put(CLASSES + path, bytes));
        notes.forEach((name, bytes) -> sealed.put(NOTES + name, bytes));
        SortedMap<String, byte[]> entries = new TreeMap<>(sealed);
        entries.put(SealText.ENTRY, SealText.of(pack, sealed));
        return read(SealFile.write(entries));
    }

    /**
     * Reads a file, and sees that everything in it is as it was sealed. Whether the seal can be believed is another matter:
     * see {@link #trusted}.
     *
     * @param file the file
     * @return the pack
     * @throws RulesFaultException if anything is not as it was sealed
     */
    public static SealedPack read(byte[] file) {
        SortedMap<String, byte[]> entries = SealFile.read(file);
        SortedMap<String, byte[]> sealed = new TreeMap<>(entries);
        byte[] seal = sealed.remove(SealText.ENTRY);
        for (SigningRole role : SigningRole.values()) {
            sealed.remove(SealSignature.entry(role));
        }
        if (seal == null) {
            throw new RulesFaultException("The entry " + SealText.ENTRY + " is missing.");
        }
        SealedPack pack = new SealedPack(SealText.read(seal, sealed), entries);
        sealed.keySet().forEach(name -> {
            if (!name.startsWith(FILES) && !name.startsWith(NOTES) && !pack.isOfItsRules(name)) {
                throw new RulesFaultException("No sealed pack has an entry " + name + ".");
            }
        });
        if (!PackDigest.of(pack.content(), pack.folder()).equals(pack.pack.sha256())) {
            throw new RulesFaultException("The digest in the entry " + SealText.ENTRY + " is not that of the pack.");
        }
        return pack;
    }

    /** Classes have the names that the compiler gives those of this version, and no other. */
    private boolean isOfItsRules(String name) {
        String own = CLASSES + "org/risktriage/compiled/" + pack.id().replace('-', '_') + "/v"
                + pack.version().replace('.', '_') + "/";
        return name.equals(CLASSES + CompiledRules.index(pack.id(), pack.version()))
                || (name.startsWith(own) && name.endsWith(".class"));
    }

    /**
     * The name of the pack.
     *
     * @return {@code id@version}
     */
    public String name() {
        return pack.id() + "@" + pack.version();
    }

    /**
     * The digest of the seal.
     *
     * @return SHA-256 over what both sign, in lower-case hexadecimal
     */
    public String digest() {
        return SealText.sha256(seal());
    }

    private byte[] seal() {
        return java.util.Objects.requireNonNull(entries.get(SealText.ENTRY));
    }

    /**
     * The folder of the pack within {@link #content}.
     *
     * @return its path
     */
    public String folder() {
        return Content.PACKS + pack.id() + "/" + pack.version() + "/";
    }

    /**
     * The pack's files.
     *
     * @return the files as they were written
     */
    public Content content() {
        Map<String, byte[]> files = new TreeMap<>();
        below(FILES).forEach((path, bytes) -> files.put(folder() + path, bytes));
        return Content.of(files);
    }

    /**
     * The first day on which it may be loaded.
     *
     * @return the day, or null where the pack is wrong and does not say
     */
    public @Nullable LocalDate usableFrom() {
        String file = folder() + "pack.yaml";
        Manifest manifest = Manifest.read(file, content().text(file), new PackFaults());
        return manifest == null ? null : manifest.usableFrom();
    }

    /**
     * What its rules were compiled to.
     *
     * @return the classes and their index, by path
     */
    public Map<String, byte[]> classes() {
        return below(CLASSES);
    }

    /**
     * What was noted when it was sealed.
     *
     * @return the notes, by name
     */
    public Map<String, byte[]> notes() {
        return below(NOTES);
    }

    private Map<String, byte[]> below(String prefix) {
        Map<String, byte[]> files = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                files.put(name.substring(prefix.length()), bytes);
            }
        });
        return files;
    }

    /**
     * A class loader of its rules alone. Only for a pack that is {@link #trusted}.
     *
     * @return the class loader
     */
    public ClassLoader loader() {
        return new CompiledClasses(classes());
    }

    /**
     * The file.
     *
     * @return its bytes
     */
    public byte[] bytes() {
        return SealFile.write(entries);
    }

    /**
     * Signs. The author comes first.
     *
     * @param role what to sign as
     * @param signer who signs, and when
     * @return the pack with that signature
     */
    public SealedPack signed(SigningRole role, Signer signer) {
        byte[] authors = role == SigningRole.APPROVER ? entries.get(SealSignature.entry(SigningRole.AUTHOR)) : null;
        SortedMap<String, byte[]> more = new TreeMap<>(entries);
        more.put(
                SealSignature.entry(role),
                SealSignature.sign(role, signer, seal(), authors).bytes());
        return new SealedPack(pack, more);
    }

    /**
     * Whose signature the pack has.
     *
     * @param role what it was signed as
     * @param policy whom to believe
     * @return the key
     * @throws RulesFaultException if it has none that can be believed, and why
     */
    public TrustedKey signedBy(SigningRole role, SealPolicy policy) {
        byte[] bytes = entries.get(SealSignature.entry(role));
        byte[] authors = role == SigningRole.APPROVER ? entries.get(SealSignature.entry(SigningRole.AUTHOR)) : null;
        SealSignature signature = SealSignature.read(role, bytes);
        TrustedKey key = policy.keys().stream()
                .filter(known -> known.id().equals(signature.key()))
                .findFirst()
                .orElseThrow(
                        () -> new RulesFaultException("The key of the " + role + " is not among the trusted keys."));
        if (key.role() != role) {
            throw new RulesFaultException(
                    "The key " + key.id() + " is one of an " + key.role() + "; the " + role + " may not sign with it.");
        }
        if (!signature.holds(seal(), authors, key.key())) {
            throw new RulesFaultException("The signature of the " + role + " is not one of this pack.");
        }
        if (key.revokedAt(signature.at())) {
            throw new RulesFaultException("The key " + key.id() + " of the " + role + " is revoked.");
        }
        if (!key.goodAt(signature.at())) {
            throw new RulesFaultException("The key " + key.id() + " of the " + role + " was not good when it signed.");
        }
        return key;
    }

    /**
     * Sees that the pack can be believed: two signatures, by two people whose keys were good.
     *
     * @param policy whom to believe
     * @return this
     * @throws RulesFaultException if it cannot be believed, and why
     */
    public SealedPack trusted(SealPolicy policy) {
        TrustedKey author = signedBy(SigningRole.AUTHOR, policy);
        TrustedKey approver = signedBy(SigningRole.APPROVER, policy);
        SealSignature first = signature(SigningRole.AUTHOR);
        SealSignature second = signature(SigningRole.APPROVER);
        if (author.key().equals(approver.key()) || author.holder().equals(approver.holder())) {
            throw new RulesFaultException("Author and approver are the same. Two people have to sign.");
        }
        if (second.at().isBefore(first.at())) {
            throw new RulesFaultException("The approver signed before the author did.");
        }
        // A time is the signer's own word: the author's counts for no more than what the approver vouches for.
        if (author.revokedAt(second.at())) {
            throw new RulesFaultException("The key " + author.id() + " of the author is revoked.");
        }
        @Nullable Map<String, String> released = policy.released();
        if (released != null) {
            String seal = released.get(name());
            if (seal == null) {
                throw new RulesFaultException("This version is not among the releases.");
            }
            if (!seal.equals(digest())) {
                throw new RulesFaultException("This is another seal of the version than the one that was released.");
            }
        }
        return this;
    }

    private SealSignature signature(SigningRole role) {
        return SealSignature.read(role, entries.get(SealSignature.entry(role)));
    }
}

package org.risktriage.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.PackSeal;
import org.risktriage.triage.desk.SealReport;
import org.risktriage.triage.desk.SealedFile;
import org.risktriage.triage.desk.SigningKeys;

/**
 * Sealed packs of Brackwater, a made-up town: each version has a line and a prompt of its own, so that a reply shows by which
 * version it came about.
 */
final class Releases {
    static final String AREA = "brackwater";

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");
    private static final String MANIFEST = """
            id: brackwater
            version: VERSION
            kind: area
            extends:
              id: england-wales
            title: Brackwater, a made-up town
            owner: Chair of the Brackwater MARAC
            inForce:
              from: FROM
            usable:
              from: USABLE
            reviewBy: 2040-04-01
            rules: 1
            sources:
              - id: brackwater-protocol
                title: Brackwater MARAC operating protocol
                confidence: A
            changes:
              - VERSION, the line is LINE.
            """;
    private static final String VALUES = """
            key,value,from,to,source,confidence,note,allowed
            visible-high-risk.line,LINE,FROM,,brackwater-protocol,A,,
            """;
    private static final String RULES = """
            rule "version"
                @says( "Question 8 is answered with yes." )
                @source( "brackwater-protocol" )
                @confidence( "A" )
            when
                Checklist( q8 == "yes" )
            then
                findings.prompt( "brackwater-line-LINE", "important" );
            end
            """;
    private static final String CASES = """
            given: {area: brackwater, assessedOn: FROM, incidents: [], maracs: []}
            cases:
              - name: one short of the line
                given: {answers: {q1..qSHORT: yes, rest: no}}
                expect: {refer: false, fires: [line/version]}
              - name: the line
                given: {answers: {q1..qLINE: yes, rest: no}}
                expect: {refer: true, prompts: [brackwater-line-LINE]}
              - name: nothing
                given: {answers: {rest: no}}
                expect: {silent: [line/version]}
            """;

    private final Path folder;
    private final KeyPair author = pair();
    private final KeyPair approver = pair();

    Releases(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(packs());
        Files.writeString(
                trusted(),
                SealPolicy.table(List.of(
                        key("writer", SigningRole.AUTHOR, author), key("chair", SigningRole.APPROVER, approver))));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SigningKeys.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TrustedKey key(String holder, SigningRole role, KeyPair pair) {
        return new TrustedKey(holder, holder, role, SigningKeys.text(pair.getPublic()), FROM, TO, null);
    }

    /** The folder of sealed packs. */
    Path packs() {
        return folder.resolve("packs");
    }

    Path trusted() {
        return folder.resolve("trusted.csv");
    }

    /** The settings of a service that uses them. */
    String settings() {
        return "rulePacks: {folders: ['" + packs() + "'], sealed: required, trustedKeys: '" + trusted()
                + "', look: 1s}";
    }

    /** Revokes the key of the author. */
    void revokeTheAuthor() throws IOException {
        Files.writeString(
                trusted(),
                SealPolicy.table(List.of(
                        key("writer", SigningRole.AUTHOR, author).revokedSince(FROM),
                        key("chair", SigningRole.APPROVER, approver))));
    }

    /** The folder of all packs in which the author has a version. */
    Path drafts(String version) {
        return folder.resolve("drafts").resolve(version);
    }

    /** Writes a version as its author has it, outside the folder of sealed packs. */
    Path draft(String version, String from, int line) throws IOException {
        return draft(version, from, line, "2025-01-01");
    }

    private Path draft(String version, String from, int line, String usable) throws IOException {
        Path draft = drafts(version).resolve(AREA).resolve(version);
        for (Map.Entry<String, String> file : Map.of(
                        "pack.yaml", MANIFEST,
                        "parameters.csv", VALUES,
                        "rules/line.drl", RULES,
                        "cases/line.yaml", CASES)
                .entrySet()) {
            Path path = draft.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(
                    path,
                    file.getValue()
                            .replace("VERSION", version)
                            .replace("FROM", from)
                            .replace("USABLE", usable)
                            .replace("SHORT", String.valueOf(line - 1))
                            .replace("LINE", String.valueOf(line)));
        }
        return draft;
    }

    /** A sealed version. */
    byte[] sealed(String version, String from, int line) throws IOException {
        return sealed(draft(version, from, line));
    }

    /** A sealed version that may not be used for many years yet. */
    byte[] early(String version, String from, int line) throws IOException {
        return sealed(draft(version, from, line, "2099-01-01"));
    }

    private byte[] sealed(Path draft) throws IOException {
        SealReport report = PackSeal.folder(draft, Map.of());
        SealedFile file =
                Objects.requireNonNull(report.sealed(), () -> report.trial().toString());
        return file.signed(SigningRole.AUTHOR, "writer", author.getPrivate(), SIGNED)
                .signed(SigningRole.APPROVER, "chair", approver.getPrivate(), SIGNED)
                .bytes();
    }

    /** Puts a version into the folder, whole. */
    void release(String version, byte[] file) throws IOException {
        Path beside = Files.write(folder.resolve("beside"), file);
        Files.move(beside, file(version), StandardCopyOption.ATOMIC_MOVE);
    }

    void withdraw(String version) throws IOException {
        Files.delete(file(version));
    }

    Path file(String version) {
        return packs().resolve(AREA + "-" + version + ".sealed");
    }

    /** A request with as many yes answers, the eighth among them. */
    static String request(String day, int yes) {
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= 24; i++) {
            answers.append(i == 1 ? "" : ",").append("\"q").append(i).append(i <= yes ? "\":\"yes\"" : "\":\"no\"");
        }
        return "{\"area\":\"" + AREA + "\",\"assessedOn\":\"" + day + "\",\"incidents\":[],\"maracs\":[],\"answers\":{"
                + answers + "}}";
    }
}

package org.risktriage.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.risktriage.service.callers.ApiKey;
import org.risktriage.service.callers.KeyFile;
import org.risktriage.service.callers.Role;
import org.risktriage.service.callers.Secret;

/** Made-up callers with keys and tokens of their own, and a configuration that lets them in. */
final class Credentials {
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "risk-triage";
    static final String AGENCY = "leicester-test";

    private static final RSAKey SIGNER = signer("first");
    private static final RSAKey STRANGER = signer("first");

    private final Path folder;
    private final List<ApiKey> keys = new ArrayList<>();
    private final Map<Role, String> byRole = new EnumMap<>(Role.class);

    Credentials(Path folder) throws IOException {
        this.folder = folder;
        for (Role role : Role.values()) {
            byRole.put(role, key(Set.of(role), Duration.ofDays(1)));
        }
        Files.writeString(folder.resolve("issuer.json"), new JWKSet(SIGNER.toPublicJWK()).toString());
    }

    private static RSAKey signer(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a key that is good from now for a while, and may have ended already. */
    String key(Set<Role> roles, Duration life) throws IOException {
        return keyOf(AGENCY, roles, life);
    }

    /** The same for another agency. */
    String keyOf(String agency, Set<Role> roles, Duration life) throws IOException {
        Secret secret = Secret.random();
        Instant now = Instant.now();
        keys.add(new ApiKey(
                secret.id(), agency, "system-" + keys.size(), roles, secret.sha256(), now, now.plus(life), null));
        KeyFile.write(keyFile(), keys);
        return secret.revealed();
    }

    void revoke(String key) throws IOException {
        keys.replaceAll(kept -> key.contains(kept.id()) ? kept.revokedAt(Instant.now()) : kept);
        KeyFile.write(keyFile(), keys);
    }

    Path keyFile() {
        return folder.resolve("keys.json");
    }

    String keyOf(Role role) {
        return Objects.requireNonNull(byRole.get(role));
    }

    /** The claims of a token with which nothing is wrong. */
    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("case-system")
                .claim("roles", List.of("scorer"))
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    static String token(JWTClaimsSet claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("first").build(), claims, SIGNER);
    }

    static String tokenWith(JWSHeader header, JWTClaimsSet claims) {
        return signed(header, claims, SIGNER);
    }

    /** Signed by somebody whom nobody knows, under the name of a known key. */
    static String tokenOfAStranger() {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("first")
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims().build(),
                STRANGER);
    }

    static RSAKey strangersKey() {
        return STRANGER.toPublicJWK();
    }

    static RSAKey signersKey() {
        return SIGNER.toPublicJWK();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A production configuration on free ports of this machine. */
    Path configuration(String... more) throws IOException {
        Path file = folder.resolve("service.yml");
        Files.writeString(
                file,
                """
                purpose: production
                rehearsal: true
                callers:
                  apiKeys: %s
                  issuers:
                    - issuer: %s
                      audience: %s
                      keysFile: %s
                      agencies: [%s]
                      roles: [scorer, policy]
                server:
                  applicationConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: 0}
                  adminConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: 0}
                  gzip: {enabled: false}
                  requestLog: {type: quiet}
                logging:
                  level: WARN
                  loggers: {org.risktriage: INFO}
                """.formatted(keyFile(), ISSUER, AUDIENCE, folder.resolve("issuer.json"), AGENCY)
                        + String.join("\n", more));
        return file;
    }
}

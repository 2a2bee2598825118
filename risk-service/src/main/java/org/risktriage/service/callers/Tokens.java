package org.risktriage.service.callers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in by signed tokens. A token is believed only if a known issuer signed it with a key that is known here: no
 * key is ever taken from a token or from an address in it. Each token is good for one request.
 */
final class Tokens {
    /** Signatures that nobody can make with a public key. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LONGEST = 4_096;
    private static final int LONGEST_ID = 128;
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

    private record Known(Issuer issuer, Supplier<JWKSet> keys) {}

    private final Map<String, Known> issuers = new HashMap<>();
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    private final SpentTokens spent;
    private final Duration longestLife;
    private final Duration skew;
    private final Clock clock;

    Tokens(List<Issuer> issuers, TokenSettings settings, Clock clock) throws IOException {
        for (Issuer issuer : issuers) {
            this.issuers.put(issuer.issuer(), new Known(issuer, keys(issuer)));
        }
        this.spent = new SpentTokens(settings.remembered());
        this.longestLife = settings.longestLife().toJavaDuration();
        this.skew = settings.clockSkew().toJavaDuration();
        this.clock = clock;
    }

    private static Supplier<JWKSet> keys(Issuer issuer) throws IOException {
        if (issuer.keysFile() != null) {
            return new WatchedFile<>(Path.of(issuer.keysFile()), "a file of an issuer's keys", IssuerKeys::file)
                    ::content;
        }
        JWKSet keys = IssuerKeys.inline(Objects.requireNonNullElse(issuer.keys(), List.of()));
        return () -> keys;
    }

    Caller letIn(String sent) throws NotLetInException {
        if (sent.length() > LONGEST) {
            throw notProved("long-token");
        }
        SignedJWT token;
        JWTClaimsSet claims;
        try {
            token = SignedJWT.parse(sent);
            claims = token.getJWTClaimsSet();
        } catch (ParseException | RuntimeException e) {
            throw notProved("no-token");
        }
        Known known = claims.getIssuer() == null ? null : issuers.get(claims.getIssuer());
        if (known == null) {
            throw notProved("unknown-issuer");
        }
        requireSignature(token, known.keys().get());
        // From here on the issuer is known to speak, and may learn what is wrong.
        return read(claims, known.issuer());
    }

    private void requireSignature(SignedJWT token, JWKSet keys) throws NotLetInException {
        JWSHeader header = token.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw notProved("wrong-algorithm");
        }
        if (header.getJWKURL() != null
                || header.getJWK() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null) {
            throw notProved("key-in-token");
        }
        if (header.getType() != null && !TYPES.contains(header.getType().getType())) {
            throw notProved("wrong-type");
        }
        List<JWK> fitting = new JWKSelector(Objects.requireNonNull(JWKMatcher.forJWSHeader(header))).select(keys);
        for (JWK key : fitting) {
            if (isSignedWith(token, key)) {
                return;
            }
        }
        throw notProved(fitting.isEmpty() ? "unknown-signer" : "wrong-signature");
    }

    private boolean isSignedWith(SignedJWT token, JWK key) {
        try {
            PublicKey open = ((AsymmetricJWK) key).toPublicKey();
            JWSVerifier verifier = verifiers.createJWSVerifier(token.getHeader(), open);
            return token.verify(verifier);
        } catch (JOSEException | RuntimeException e) {
            return false;
        }
    }

    private Caller read(JWTClaimsSet claims, Issuer issuer) throws NotLetInException {
        Instant now = clock.instant();
        Instant expires = moment(claims.getExpirationTime(), "exp");
        Instant from = moment(claims.getNotBeforeTime(), "nbf");
        if (!claims.getAudience().contains(issuer.audience())) {
            throw new NotLetInException("wrong-audience", "The token is for somebody else: see aud.");
        }
        if (!now.isBefore(expires.plus(skew))) {
            throw new NotLetInException("expired-token", "The token has expired.");
        }
        if (now.isBefore(from.minus(skew))) {
            throw new NotLetInException("early-token", "The token is not valid yet: see nbf.");
        }
        if (Duration.between(from, expires).compareTo(longestLife) > 0) {
            throw new NotLetInException(
                    "long-lived-token",
                    "A token may be valid for at most " + longestLife.toSeconds() + " seconds: see nbf and exp.");
        }
        String subject = claims.getSubject();
        if (subject == null || !SYSTEM.matcher(subject).matches()) {
            throw new NotLetInException(
                    "wrong-subject",
                    "sub has to name the calling system by letters, digits, dots, hyphens and underscores.");
        }
        Caller caller = new Caller(subject, agency(claims, issuer), roles(claims, issuer));
        spend(claims, issuer, expires, now);
        return caller;
    }

    private void spend(JWTClaimsSet claims, Issuer issuer, Instant expires, Instant now) throws NotLetInException {
        String id = claims.getJWTID();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            throw new NotLetInException(
                    "no-token-id", "jti has to name the token, by at most " + LONGEST_ID + " characters.");
        }
        switch (spent.spend(issuer.issuer() + "\n" + id, expires.plus(skew), now)) {
            case SPENT_BEFORE ->
                throw new NotLetInException("spent-token", "The token was used before. Each is good for one request.");
            case NO_ROOM ->
                throw new NotLetInException("too-many-tokens", "Too many tokens are in use. Try again in a minute.");
            case SPENT_NOW -> {}
        }
    }

    private static String agency(JWTClaimsSet claims, Issuer issuer) throws NotLetInException {
        String named = text(claims, "agency");
        if (named == null && issuer.agencies().size() == 1) {
            return issuer.agencies().get(0);
        }
        if (named == null || !issuer.agencies().contains(named)) {
            throw new NotLetInException("wrong-agency", "agency has to name one for which the issuer may speak.");
        }
        return named;
    }

    private static Set<Role> roles(JWTClaimsSet claims, Issuer issuer) throws NotLetInException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> named;
        try {
            named = claims.getStringListClaim("roles");
        } catch (ParseException e) {
            named = null;
        }
        for (String name : named == null ? List.<String>of() : named) {
            Role role = Role.known(name);
            if (role != null && issuer.roles().contains(role)) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            throw new NotLetInException("no-role", "roles has to name at least one that the issuer may give.");
        }
        return roles;
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    private static Instant moment(@Nullable Date date, String claim) throws NotLetInException {
        if (date == null) {
            throw new NotLetInException("no-" + claim, "The token has no " + claim + ".");
        }
        return date.toInstant();
    }

    private static NotLetInException notProved(String code) {
        return new NotLetInException(code, NotLetInException.NOT_ACCEPTED);
    }
}

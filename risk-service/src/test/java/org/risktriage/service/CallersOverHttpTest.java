package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.callers.Role;

/** Only those who prove who they are get in, and what is wrong with a proof is said to its owner alone. */
class CallersOverHttpTest {
    private static final String AREAS = "/v1/areas";
    private static final String KEY = "X-API-Key";
    private static final String AUTHORIZATION = "Authorization";
    private static final String NOT_ACCEPTED = "The credentials were not accepted.";

    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    private final Caller caller = SERVICE.caller();

    private Reply withToken(String token) {
        return caller.get(AREAS, AUTHORIZATION, "Bearer " + token);
    }

    private static void assertNotLetIn(Reply reply, String detail) {
        Refusals.assertRefused(reply, 401, "unauthorised", "Credentials are needed", detail);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer realm=\"risk-triage\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/areas", "/v1/ZEBRA-7781", "/", "/docs/../v1/areas", "/docs/%2e%2e/v1/areas", "//v1/areas"})
    void without_credentials_nothing_is_said_of_any_address(String path) {
        String begin = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        assertThat(caller.raw(begin).status()).isIn(400, 401);
        assertThat(caller.raw("GET /v1/areas HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("Send a key in X-API-Key or a token in Authorization.");
    }

    @Test
    void a_key_lets_its_caller_in() {
        assertThat(caller.get(AREAS, KEY, SERVICE.credentials().keyOf(Role.SCORER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_lets_its_caller_in() {
        assertThat(withToken(Credentials.token(Credentials.claims().build())).status())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_good_for_one_request() {
        String token = Credentials.token(Credentials.claims().build());
        assertThat(withToken(token).status()).isEqualTo(200);
        assertNotLetIn(withToken(token), "The token was used before. Each is good for one request.");
    }

    @Test
    void a_key_with_another_secret_is_not_accepted() {
        String key = SERVICE.credentials().keyOf(Role.SCORER);
        char last = key.charAt(key.length() - 1);
        assertNotLetIn(
                caller.get(AREAS, KEY, key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A')), NOT_ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZEBRA-7781", "rt_", "rt_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""})
    void what_is_no_key_is_not_accepted(String key) {
        assertNotLetIn(caller.get(AREAS, KEY, key), NOT_ACCEPTED);
    }

    @Test
    void an_expired_key_is_named_as_such_to_its_owner() throws IOException, InterruptedException {
        String key = SERVICE.credentials().key(Set.of(Role.SCORER), Duration.ofSeconds(-1));
        assertNotLetIn(afterTheFileWasReadAgain(key, NOT_ACCEPTED), "This key has expired.");
    }

    @Test
    void a_revoked_key_stops_without_a_new_start() throws IOException, InterruptedException {
        String key = SERVICE.credentials().key(Set.of(Role.SCORER), Duration.ofDays(1));
        assertThat(afterTheFileWasReadAgain(key, NOT_ACCEPTED).status()).isEqualTo(200);
        SERVICE.credentials().revoke(key);
        assertNotLetIn(afterTheFileWasReadAgain(key, ""), "This key was revoked.");
    }

    /** The service looks at the file every other second. */
    private Reply afterTheFileWasReadAgain(String key, String before) throws InterruptedException {
        Reply reply = caller.get(AREAS, KEY, key);
        for (int i = 0; i < 100 && detail(reply).equals(before); i++) {
            Thread.sleep(100);
            reply = caller.get(AREAS, KEY, key);
        }
        return reply;
    }

    private static String detail(Reply reply) {
        return reply.json().path("detail").asText();
    }

    @Test
    void two_credentials_are_one_too_many() {
        assertNotLetIn(
                caller.get(
                        AREAS,
                        KEY,
                        SERVICE.credentials().keyOf(Role.SCORER),
                        AUTHORIZATION,
                        "Bearer " + Credentials.token(Credentials.claims().build())),
                "Send one key or one token, not several.");
    }

    @Test
    void a_role_that_the_issuer_may_not_give_is_not_given() {
        String token = Credentials.token(Credentials.claims()
                .claim("roles", List.of("auditor", "scorer"))
                .build());
        assertThat(caller.call("DELETE", AREAS).status()).isEqualTo(401);
        assertThat(withToken(token).status()).isEqualTo(200);
        assertNotLetIn(
                withToken(Credentials.token(
                        Credentials.claims().claim("roles", List.of("auditor")).build())),
                "roles has to name at least one that the issuer may give.");
    }

    static Stream<Arguments> tokensOfAKnownIssuer() {
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("aud", Credentials.claims().audience("other"), "The token is for somebody else: see aud."),
                Arguments.of(
                        "no aud",
                        Credentials.claims().audience((String) null),
                        "The token is for somebody else: see aud."),
                Arguments.of(
                        "exp",
                        Credentials.claims().expirationTime(Date.from(now.minusSeconds(40))),
                        "The token has expired."),
                Arguments.of("no exp", Credentials.claims().expirationTime(null), "The token has no exp."),
                Arguments.of(
                        "nbf",
                        Credentials.claims()
                                .notBeforeTime(Date.from(now.plusSeconds(60)))
                                .expirationTime(Date.from(now.plusSeconds(90))),
                        "The token is not valid yet: see nbf."),
                Arguments.of("no nbf", Credentials.claims().notBeforeTime(null), "The token has no nbf."),
                Arguments.of(
                        "life",
                        Credentials.claims().expirationTime(Date.from(now.plusSeconds(400))),
                        "A token may be valid for at most 300 seconds: see nbf and exp."),
                Arguments.of(
                        "no jti",
                        Credentials.claims().jwtID(null),
                        "jti has to name the token, by at most 128 characters."),
                Arguments.of(
                        "long jti",
                        Credentials.claims().jwtID("ZEBRA-7781".repeat(13)),
                        "jti has to name the token, by at most 128 characters."),
                Arguments.of(
                        "sub",
                        Credentials.claims().subject("zebra@police.example"),
                        "sub has to name the calling system by letters, digits, dots, hyphens and underscores."),
                Arguments.of(
                        "agency",
                        Credentials.claims().claim("agency", "ZEBRA-7781"),
                        "agency has to name one for which the issuer may speak."),
                Arguments.of(
                        "no roles",
                        Credentials.claims().claim("roles", "scorer ZEBRA-7781"),
                        "roles has to name at least one that the issuer may give."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensOfAKnownIssuer")
    void what_is_wrong_with_a_token_is_said_to_its_issuer(String what, JWTClaimsSet.Builder claims, String detail) {
        assertThat(what).isNotEmpty();
        assertNotLetIn(withToken(Credentials.token(claims.build())), detail);
    }

    static Stream<Arguments> tokensThatProveNothing() throws Exception {
        JWTClaimsSet good = Credentials.claims().build();
        return Stream.of(
                Arguments.of("none", new PlainJWT(good).serialize()),
                Arguments.of("a stranger's signature", Credentials.tokenOfAStranger()),
                Arguments.of("a public key as the secret of an HMAC", confused(good)),
                Arguments.of(
                        "another issuer",
                        Credentials.token(Credentials.claims()
                                .issuer("https://zebra.example")
                                .build())),
                Arguments.of(
                        "an address of keys",
                        Credentials.tokenWith(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwkURL(URI.create("https://issuer.example/keys"))
                                        .build(),
                                good)),
                Arguments.of(
                        "a key of its own",
                        Credentials.tokenWith(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwk(Credentials.strangersKey())
                                        .build(),
                                good)),
                Arguments.of(
                        "an unknown key id",
                        Credentials.tokenWith(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("second")
                                        .build(),
                                good)),
                Arguments.of(
                        "another type",
                        Credentials.tokenWith(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("dpop+jwt"))
                                        .build(),
                                good)),
                Arguments.of(
                        "a claim changed after it was signed",
                        changed(Credentials.token(Credentials.claims().build()))),
                Arguments.of("no token", "ZEBRA-7781"),
                Arguments.of("a long token", "a".repeat(4_100)),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatProveNothing")
    void what_proves_nothing_is_not_accepted_and_not_explained(String what, String token) {
        assertThat(what).isNotEmpty();
        assertNotLetIn(withToken(token), NOT_ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic emVicmE6emVicmE=", "ZEBRA-7781", "Bearer"})
    void another_kind_of_credentials_is_not_accepted(String header) {
        assertNotLetIn(caller.get(AREAS, AUTHORIZATION, header), NOT_ACCEPTED);
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("case-system", "other-system");
        return parts[0] + "." + encode(claims.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    /** Signed by what everybody knows, in the hope that the service takes it for a secret. */
    private static String confused(JWTClaimsSet claims) throws Exception {
        String head = encode("{\"alg\":\"HS256\",\"kid\":\"first\"}".getBytes(StandardCharsets.UTF_8));
        String body = encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Credentials.signersKey().toRSAPublicKey().getEncoded(), "HmacSHA256"));
        return head + "." + body + "." + encode(mac.doFinal((head + "." + body).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void a_refused_body_leaves_the_connection_fit_for_the_next() {
        assertThat(caller.postWith("{}", "Content-Type", "application/json").headers())
                .doesNotContainEntry("connection", List.of("close, close"))
                .isNotEqualTo(Map.of());
        assertThat(caller.postWith(
                                "{}", KEY, SERVICE.credentials().keyOf(Role.SCORER), "Content-Type", "application/json")
                        .status())
                .isEqualTo(422);
    }
}

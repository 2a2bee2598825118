package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.DropwizardTestSupport;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a connector that asks for client certificates, a certificate that is known lets its caller in. */
class MutualTlsTest {
    private static final String PASSWORD = "made-up";

    @TempDir
    Path folder;

    private KeyStore made(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return load(file);
    }

    private static KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private HttpResponse<String> get(int port, KeyStore server, KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", server.getCertificate("service"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/v1/areas"))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void a_known_certificate_lets_its_caller_in_and_a_trusted_one_that_is_not_known_does_not() throws Exception {
        KeyStore server = made("service");
        KeyStore known = made("known");
        KeyStore other = made("other");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("known", known.getCertificate("known"));
        trusted.setCertificateEntry("other", other.getCertificate("other"));
        try (var out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(known.getCertificate("known").getEncoded()));
        Path configuration = folder.resolve("service.yml");
        Files.writeString(configuration, """
                callers:
                  certificates:
                    - {sha256: %s, agency: leicester-test, caller: case-system, roles: [scorer]}
                server:
                  applicationConnectors:
                    - type: https
                      bindHost: 0.0.0.0
                      port: 0
                      keyStorePath: %s
                      keyStorePassword: %s
                      keyStoreType: PKCS12
                      trustStorePath: %s
                      trustStorePassword: %s
                      trustStoreType: PKCS12
                      wantClientAuth: true
                      disableSniHostCheck: true
                  adminConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: 0}
                  requestLog: {type: quiet}
                logging: {level: WARN}
                """.formatted(
                        sha256, folder.resolve("service.p12"), PASSWORD, folder.resolve("trusted.p12"), PASSWORD));
        DropwizardTestSupport<RiskTriageConfiguration> service =
                new DropwizardTestSupport<>(RiskTriageApplication.class, configuration.toString());
        service.before();
        try {
            assertThat(get(service.getLocalPort(), server, known).statusCode()).isEqualTo(200);
            assertThat(get(service.getLocalPort(), server, other).statusCode()).isEqualTo(401);
        } finally {
            service.after();
        }
    }
}

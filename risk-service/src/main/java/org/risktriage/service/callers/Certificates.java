package org.risktriage.service.callers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets callers in by the client certificate of their connection, which the connector has checked against its trust store. */
final class Certificates {
    private final Map<String, Certificate> known;

    Certificates(List<Certificate> known) {
        this.known = known.stream().collect(Collectors.toMap(Certificate::sha256, Function.identity()));
    }

    @Nullable
    Caller letIn(X509Certificate shown) throws NotLetInException {
        try {
            shown.checkValidity();
        } catch (CertificateException e) {
            throw new NotLetInException("expired-certificate", "The certificate is not valid now.");
        }
        Certificate certificate = known.get(sha256(shown));
        return certificate == null ? null : new Caller(certificate.caller(), certificate.agency(), certificate.roles());
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

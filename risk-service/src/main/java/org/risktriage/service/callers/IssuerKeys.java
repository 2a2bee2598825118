package org.risktriage.service.callers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** Reads the public keys of an issuer, and refuses what has no place among them. */
final class IssuerKeys {
    private static final int LEAST_RSA_BITS = 2048;

    private IssuerKeys() {}

    static JWKSet file(Path file) throws IOException {
        try {
            return checked(JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            throw new IOException("It is no JWKS file.");
        }
    }

    static JWKSet inline(List<Map<String, Object>> keys) throws IOException {
        try {
            return checked(JWKSet.parse(Map.of("keys", keys)));
        } catch (ParseException e) {
            throw new IOException("A key is no JWK.");
        }
    }

    private static JWKSet checked(JWKSet keys) throws IOException {
        if (keys.isEmpty()) {
            throw new IOException("There is no key.");
        }
        for (JWK key : keys.getKeys()) {
            if (!(key instanceof RSAKey) && !(key instanceof ECKey)) {
                throw new IOException("Only RSA and EC keys are allowed.");
            }
            if (key.isPrivate()) {
                throw new IOException("A private key has no place here: keep it with the issuer.");
            }
            if (key instanceof RSAKey && key.size() < LEAST_RSA_BITS) {
                throw new IOException("An RSA key has fewer than " + LEAST_RSA_BITS + " bits.");
            }
            if (KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
                throw new IOException("A key is for encryption, not for signatures.");
            }
        }
        return keys;
    }

    /** The digest by which a key is known, whatever else is said of it. */
    static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

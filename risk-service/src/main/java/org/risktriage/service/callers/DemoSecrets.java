package org.risktriage.service.callers;

import com.nimbusds.jose.jwk.JWK;
import java.util.Set;

/** Secrets that stand in this project's documentation, and are therefore known to everybody. */
final class DemoSecrets {
    /** Digests of the API keys of the examples. */
    private static final Set<String> KEYS = Set.of("e16bd340a3792493eb7232150cfb53f7db8121169ae12712658ce9153461f728");

    /** Thumbprints of the keys that sign the examples' tokens. */
    private static final Set<String> SIGNERS = Set.of("LldbQX7YkSIqsiB6Anr_XWHCtAK4VItVh-xxk3Ggb0Y");

    private DemoSecrets() {}

    static boolean isOne(ApiKey key) {
        return KEYS.contains(key.sha256());
    }

    static boolean isOne(JWK key) {
        return SIGNERS.contains(IssuerKeys.thumbprint(key));
    }
}

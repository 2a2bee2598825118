package org.risktriage.triage.internal.seal;

import java.security.PrivateKey;
import java.time.Instant;

/**
 * Who signs, and when.
 *
 * @param keyId id of the key
 * @param key the private key
 * @param at when
 */
public record Signer(String keyId, PrivateKey key, Instant at) {}

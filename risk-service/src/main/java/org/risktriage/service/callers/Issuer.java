package org.risktriage.service.callers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose tokens are believed, and for what.
 *
 * @param issuer what stands in {@code iss}
 * @param audience what has to stand in {@code aud}
 * @param keysFile a JWKS file with the issuer's public keys; null if they stand here
 * @param keys the issuer's public keys as JWKs; null if they stand in a file
 * @param agencies the agencies for which it may speak; a token that names none speaks for the only one
 * @param roles the most that its tokens can give
 */
public record Issuer(
        @NotBlank String issuer,
        @NotBlank String audience,
        @Nullable String keysFile,
        @Nullable List<Map<String, Object>> keys,
        @NotEmpty List<@NotBlank String> agencies,
        @NotEmpty Set<Role> roles) {}

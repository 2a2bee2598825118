package org.risktriage.service.callers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in.
 *
 * @param open whether everybody is, in every role: only in a demo that this machine alone can reach
 * @param apiKeys the file of API keys, which the command {@code keys} keeps; null for none
 * @param issuers whose tokens are believed
 * @param tokens how tokens are taken
 * @param certificates client certificates that let a caller in
 */
public record CallersSettings(
        boolean open,
        @Nullable String apiKeys,
        List<@Valid Issuer> issuers,
        @Valid TokenSettings tokens,
        List<@Valid Certificate> certificates) {

    /** Nobody is let in. */
    public static final CallersSettings NOBODY = of(null, null, null, null, null);

    /**
     * Creates settings; null for what is not set.
     *
     * @param open whether everybody is let in
     * @param apiKeys the file of API keys
     * @param issuers whose tokens are believed
     * @param tokens how tokens are taken
     * @param certificates client certificates
     * @return the settings
     */
    @JsonCreator
    public static CallersSettings of(
            @JsonProperty("open") @Nullable Boolean open,
            @JsonProperty("apiKeys") @Nullable String apiKeys,
            @JsonProperty("issuers") @Nullable List<Issuer> issuers,
            @JsonProperty("tokens") @Nullable TokenSettings tokens,
            @JsonProperty("certificates") @Nullable List<Certificate> certificates) {
        return new CallersSettings(
                open != null && open,
                apiKeys,
                Objects.requireNonNullElse(issuers, List.of()),
                Objects.requireNonNullElse(tokens, TokenSettings.USUAL),
                Objects.requireNonNullElse(certificates, List.of()));
    }

    /**
     * Whether there is any way to prove who one is.
     *
     * @return true if there is
     */
    public boolean hasCredentials() {
        return apiKeys != null || !issuers.isEmpty() || !certificates.isEmpty();
    }
}

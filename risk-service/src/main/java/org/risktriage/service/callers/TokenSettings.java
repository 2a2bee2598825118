package org.risktriage.service.callers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are taken.
 *
 * @param longestLife the longest that a token may be valid, from {@code nbf} to {@code exp}; 5 minutes unless set
 * @param clockSkew by how much the clocks of issuer and service may differ; 30 seconds unless set
 * @param remembered how many used tokens are remembered until they expire; 100,000 unless set
 */
public record TokenSettings(
        @MinDuration(value = 10, unit = TimeUnit.SECONDS) @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration longestLife,

        @MinDuration(value = 0, unit = TimeUnit.SECONDS) @MaxDuration(value = 2, unit = TimeUnit.MINUTES)
        Duration clockSkew,

        @Min(1) @Max(1_000_000) int remembered) {

    private static final int REMEMBERED = 100_000;

    /** What is used where nothing is set. */
    public static final TokenSettings USUAL = of(null, null, null);

    /**
     * Creates settings; null for what is usual.
     *
     * @param longestLife the longest that a token may be valid
     * @param clockSkew by how much clocks may differ
     * @param remembered how many used tokens are remembered
     * @return the settings
     */
    @JsonCreator
    public static TokenSettings of(
            @JsonProperty("longestLife") @Nullable Duration longestLife,
            @JsonProperty("clockSkew") @Nullable Duration clockSkew,
            @JsonProperty("remembered") @Nullable Integer remembered) {
        return new TokenSettings(
                longestLife == null ? Duration.minutes(5) : longestLife,
                clockSkew == null ? Duration.seconds(30) : clockSkew,
                remembered == null ? REMEMBERED : remembered);
    }
}

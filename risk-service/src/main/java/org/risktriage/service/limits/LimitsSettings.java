package org.risktriage.service.limits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the whole service and of each caller.
 *
 * @param requestsPerSecond how many requests a second each caller may send in the long run; 100 unless set
 * @param burst how many it may send at once after a pause; 200 unless set
 * @param batchesAtOnce how many batches each caller may send at once; 2 unless set
 * @param atOnce how many requests are worked on at once; 128 unless set
 * @param waiting how many more wait; 512 unless set
 * @param longestWait how long one of those waits before it is refused; 2 seconds unless set
 * @param bodyWithin within what time a body has to arrive; 10 seconds unless set
 * @param bodyPerSecond the least of a body that has to arrive in a second; 64 bytes unless set
 */
public record LimitsSettings(
        @Min(1) @Max(1_000_000) int requestsPerSecond,
        @Min(1) @Max(2_000_000) int burst,
        @Min(1) @Max(100) int batchesAtOnce,
        @Min(1) @Max(1_000) int atOnce,
        @Min(0) @Max(10_000) int waiting,

        @MinDuration(value = 10, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration longestWait,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 5, unit = TimeUnit.MINUTES)
        Duration bodyWithin,

        DataSize bodyPerSecond) {

    /** What is used where nothing is set. */
    public static final LimitsSettings USUAL = of(null, null, null, null, null, null, null, null);

    /**
     * Creates limits; null for what is usual.
     *
     * @param requestsPerSecond requests a second of each caller
     * @param burst requests at once after a pause
     * @param batchesAtOnce batches of each caller at once
     * @param atOnce requests worked on at once
     * @param waiting requests that wait
     * @param longestWait how long one waits
     * @param bodyWithin within what time a body has to arrive
     * @param bodyPerSecond the least of a body in a second
     * @return the limits
     */
    @JsonCreator
    public static LimitsSettings of(
            @JsonProperty("requestsPerSecond") @Nullable Integer requestsPerSecond,
            @JsonProperty("burst") @Nullable Integer burst,
            @JsonProperty("batchesAtOnce") @Nullable Integer batchesAtOnce,
            @JsonProperty("atOnce") @Nullable Integer atOnce,
            @JsonProperty("waiting") @Nullable Integer waiting,
            @JsonProperty("longestWait") @Nullable Duration longestWait,
            @JsonProperty("bodyWithin") @Nullable Duration bodyWithin,
            @JsonProperty("bodyPerSecond") @Nullable DataSize bodyPerSecond) {
        int rate = Objects.requireNonNullElse(requestsPerSecond, 100);
        return new LimitsSettings(
                rate,
                Objects.requireNonNullElse(burst, 2 * rate),
                Objects.requireNonNullElse(batchesAtOnce, 2),
                Objects.requireNonNullElse(atOnce, 128),
                Objects.requireNonNullElse(waiting, 512),
                Objects.requireNonNullElse(longestWait, Duration.seconds(2)),
                Objects.requireNonNullElse(bodyWithin, Duration.seconds(10)),
                Objects.requireNonNullElse(bodyPerSecond, DataSize.bytes(64)));
    }
}

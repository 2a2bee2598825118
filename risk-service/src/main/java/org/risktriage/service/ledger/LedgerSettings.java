package org.risktriage.service.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether decisions are recorded, and how.
 *
 * @param on whether they are; off unless set, and then nothing is kept
 * @param url the JDBC URL of the database, of SQLite or PostgreSQL
 * @param user the user of the database; null for none
 * @param passwordFile the file with that user's password; null for none
 * @param subjectKeys the file with the keys under which people are known
 * @param joinHistory whether what was recorded of somebody is joined to a request about the same person
 * @param withoutRecording what is done when a decision cannot be recorded
 * @param keysFor for how long an {@code Idempotency-Key} is remembered; a day unless set
 * @param anchors the file to which places on the chain are written, to be kept elsewhere; null for none
 * @param anchorEvery after how many records; 1,000 unless set
 * @param keepDays for how many days content is kept; null for ever
 * @param policeAgencies the agencies that are police forces, for the figures
 * @param adultWomen how many adult women live in an area, by its id, for the figures
 */
public record LedgerSettings(
        boolean on,
        String url,
        @Nullable String user,
        @Nullable String passwordFile,
        @Nullable String subjectKeys,
        boolean joinHistory,
        WithoutRecording withoutRecording,
        Duration keysFor,
        @Nullable String anchors,
        @Min(1) @Max(1_000_000) int anchorEvery,
        @Nullable @Min(1) @Max(36_500) Integer keepDays,
        List<String> policeAgencies,
        Map<String, @Min(1) Integer> adultWomen) {

    /** Nothing is recorded. */
    public static final LedgerSettings OFF =
            of(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * Creates settings; null for what is not set.
     *
     * @param on whether decisions are recorded
     * @param url where the database is
     * @param user its user
     * @param passwordFile the user's password
     * @param subjectKeys the keys of subjects
     * @param joinHistory whether history is joined
     * @param withoutRecording what is done without
     * @param keysFor how long keys are remembered
     * @param anchors where anchors are written
     * @param anchorEvery how often
     * @param keepDays how long content is kept
     * @param policeAgencies which agencies are police forces
     * @param adultWomen how many live in an area
     * @return the settings
     */
    @JsonCreator
    public static LedgerSettings of(
            @JsonProperty("on") @Nullable Boolean on,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("user") @Nullable String user,
            @JsonProperty("passwordFile") @Nullable String passwordFile,
            @JsonProperty("subjectKeys") @Nullable String subjectKeys,
            @JsonProperty("joinHistory") @Nullable Boolean joinHistory,
            @JsonProperty("withoutRecording") @Nullable WithoutRecording withoutRecording,
            @JsonProperty("keysFor") @Nullable Duration keysFor,
            @JsonProperty("anchors") @Nullable String anchors,
            @JsonProperty("anchorEvery") @Nullable Integer anchorEvery,
            @JsonProperty("keepDays") @Nullable Integer keepDays,
            @JsonProperty("policeAgencies") @Nullable List<String> policeAgencies,
            @JsonProperty("adultWomen") @Nullable Map<String, Integer> adultWomen) {
        return new LedgerSettings(
                on != null && on,
                Objects.requireNonNullElse(url, ""),
                user,
                passwordFile,
                subjectKeys,
                joinHistory != null && joinHistory,
                Objects.requireNonNullElse(withoutRecording, WithoutRecording.REFUSE),
                Objects.requireNonNullElse(keysFor, Duration.days(1)),
                anchors,
                Objects.requireNonNullElse(anchorEvery, 1_000),
                keepDays,
                Objects.requireNonNullElse(policeAgencies, List.of()),
                Objects.requireNonNullElse(adultWomen, Map.of()));
    }

    /**
     * What is wrong with the settings.
     *
     * @return sentences that name the setting; empty if nothing is
     */
    public List<String> faults() {
        if (!on) {
            return List.of();
        }
        List<String> faults = new java.util.ArrayList<>();
        if (!url.matches("jdbc:(sqlite:[^?]+|postgresql://.+)") || url.contains(":memory:")) {
            faults.add("ledger.url: is jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME.");
        }
        if (url.contains("password=")) {
            faults.add("ledger.url: must not hold a password. Set user and passwordFile.");
        }
        if (subjectKeys == null) {
            faults.add("ledger.subjectKeys: has to name a file of keys. The command ledger keys makes one.");
        }
        return faults;
    }
}

package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was recorded, with what people made of it.
 *
 * @param id its id
 * @param seq its place on the chain
 * @param hash its hash on the chain
 * @param recordedAt when it was recorded
 * @param by who asked for it
 * @param erased whether the content was erased because it was kept long enough
 * @param request what was asked, without the reference of the person; left out once it is erased
 * @param decision what was answered; left out once it is erased
 * @param reviews what people decided on it, the first one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptDecision(
        String id,
        long seq,
        String hash,
        Instant recordedAt,
        By by,
        boolean erased,
        @Nullable Object request,
        @Nullable Object decision,
        List<Review> reviews) {

    /**
     * Who asked.
     *
     * @param agency the agency
     * @param caller the caller
     * @param request the id of the request
     */
    public record By(String agency, String caller, String request) {}

    /**
     * What a person decided.
     *
     * @param id the id of the review
     * @param recordedAt when it was recorded
     * @param by by which system
     * @param outcome what the person decided
     * @param level the level to which it was raised; left out where it was not
     * @param refer whether the person refers to the MARAC; left out where nothing is said
     * @param referredOn the day of the referral; left out where there was none
     * @param role the role of the person; left out once it is erased
     * @param reason the reason; left out once it is erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            String id,
            Instant recordedAt,
            By by,
            String outcome,
            @Nullable String level,
            @Nullable Boolean refer,
            @Nullable String referredOn,
            @Nullable String role,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Review[values withheld]";
        }
    }

    @Override
    public String toString() {
        return "KeptDecision[values withheld]";
    }
}

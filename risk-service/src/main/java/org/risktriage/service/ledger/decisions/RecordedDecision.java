package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.history.JoinedHistory;
import org.risktriage.triage.Decision;

/**
 * A decision as it is given where decisions are recorded.
 *
 * @param decision the decision
 * @param history what was recorded of the same person and went into it; left out where there was nothing
 */
public record RecordedDecision(
        @JsonUnwrapped Decision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JoinedHistory history) {}

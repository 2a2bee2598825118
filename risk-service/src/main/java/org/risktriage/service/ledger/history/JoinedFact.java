package org.risktriage.service.ledger.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.risktriage.service.ledger.kept.Fact.FactKind;

/**
 * A fact that the request did not hold, with where it comes from.
 *
 * @param kind what it is
 * @param on the day
 * @param what the kind of incident, the area of the MARAC, or the level; left out if not known
 * @param direction of an incident, {@code same} or {@code reversed}; otherwise left out
 * @param perpetrator the reference of a perpetrator whom the request names too; left out for every one of them
 * @param extra of an incident whether it was a crime, of a MARAC the day of the meeting, of a level the number of yes; left
 *     out if not known
 * @param ref tells an incident from others of the same day and kind: the request's own reference where it is the same one,
 *     else a number of this reply's; left out where it was recorded without
 * @param origin who recorded it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JoinedFact(
        FactKind kind,
        String on,
        String what,
        String direction,
        String perpetrator,
        String extra,
        String ref,
        Origin origin) {

    /**
     * Who recorded a fact.
     *
     * @param agency the agency
     * @param recordedOn the day on which it did
     */
    public record Origin(String agency, String recordedOn) {}

    /** What is left out in JSON is empty here. */
    // A reader of JSON may pass what the record says cannot be.
    @SuppressWarnings("ConstantValue")
    public JoinedFact {
        what = Objects.requireNonNullElse(what, "");
        direction = Objects.requireNonNullElse(direction, "");
        perpetrator = Objects.requireNonNullElse(perpetrator, "");
        extra = Objects.requireNonNullElse(extra, "");
        ref = Objects.requireNonNullElse(ref, "");
    }

    @Override
    public String toString() {
        return "JoinedFact[values withheld]";
    }
}

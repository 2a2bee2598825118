package org.risktriage.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reply of {@code GET /v1/statistics}: counts of what was recorded for an area. Counts from 1 to 4 are not shown, nor what
 * would give one away.
 *
 * @param area id of the area
 * @param from the first day
 * @param to the last day
 * @param by {@code month}, {@code quarter} or {@code year}; null for one period
 * @param adultWomen how many adult women live in the area; null if it is not set
 * @param figures what is counted, in the order in which it stands everywhere
 * @param periods the periods, in order
 * @param total all periods together
 * @param national figures of the whole country, to be read beside
 * @param notice what the figures are and are not
 */
public record AreaStatistics(
        String area,
        LocalDate from,
        LocalDate to,
        @Nullable String by,
        @Nullable Integer adultWomen,
        List<Figure> figures,
        List<Period> periods,
        Period total,
        List<National> national,
        String notice) {

    /**
     * Something that is counted.
     *
     * @param id its id, for programs
     * @param unit {@code count}, {@code percent}, {@code days} or {@code rate}
     * @param means what it is, for people
     */
    public record Figure(String id, String unit, String means) {}

    /**
     * A period and its figures.
     *
     * @param name its name, such as {@code 2026 Q1}
     * @param from its first day
     * @param to its last day
     * @param values a value for each figure
     */
    public record Period(String name, LocalDate from, LocalDate to, List<Value> values) {}

    /**
     * The value of a figure.
     *
     * @param figure the id of the figure
     * @param status whether it is shown
     * @param value the value; left out unless it is shown
     */
    public record Value(
            String figure,
            Status status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal value) {}

    /** Whether a value is shown. */
    public enum Status {
        /** It is. */
        SHOWN("shown"),
        /** It is not: it is from 1 to 4, or would give such a count away. */
        SUPPRESSED("suppressed"),
        /** There is none: nothing to divide by, or the setting that it needs is not there. */
        NOT_KNOWN("not-known");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * A figure of the whole country.
     *
     * @param figure the figure beside which it may be read
     * @param value the value
     * @param unit its unit
     * @param what what was counted
     * @param period when
     * @param source who says so
     */
    public record National(String figure, BigDecimal value, String unit, String what, String period, String source) {}
}

/**
 * The library: an {@link org.risktriage.triage.Assessment} in, a {@link org.risktriage.triage.Decision} with its reasons
 * out.
 *
 * <p>Begin at {@link org.risktriage.triage.RiskTriage}. Everything here is immutable and safe for use by many threads.
 * Nothing here reads a clock, a locale, a time zone or the network: the day comes with the assessment.
 *
 * <p>Types under {@code internal} may change without notice.
 */
@NullMarked
package org.risktriage.triage;

import org.jspecify.annotations.NullMarked;

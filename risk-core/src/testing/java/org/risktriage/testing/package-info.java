/**
 * For the tests of those who embed the library: {@link org.risktriage.testing.FictionalCases} to decide, and {@link
 * org.risktriage.testing.RiskTriageAssertions} to say of a decision what it must be.
 *
 * <p>It comes as the artifact of {@code risk-core} with the classifier {@code testing}. It uses the library's public types,
 * AssertJ and the JDK, and reads no clock.
 */
@NullMarked
package org.risktriage.testing;

import org.jspecify.annotations.NullMarked;

/** Proofs that take longer than a test run: each is a profile of its own. */
@NullMarked
package org.risktriage.proof;

import org.jspecify.annotations.NullMarked;

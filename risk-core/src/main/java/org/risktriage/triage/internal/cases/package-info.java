/** Worked cases: what a rule pack promises, and whether it keeps it. */
@NullMarked
package org.risktriage.triage.internal.cases;

import org.jspecify.annotations.NullMarked;

/** Figures about many cases, told so that no person can be found in them. */
@NullMarked
package org.risktriage.triage.figures;

import org.jspecify.annotations.NullMarked;

/** From an assessment to a decision. */
@NullMarked
package org.risktriage.triage.internal.engine;

import org.jspecify.annotations.NullMarked;

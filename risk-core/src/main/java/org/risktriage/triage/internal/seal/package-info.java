/** Sealed packs: one file a version, with its compiled rules, under two signatures. */
@NullMarked
package org.risktriage.triage.internal.seal;

import org.jspecify.annotations.NullMarked;

/** Compiled rules, ready to run, with what each rule says of itself. */
@NullMarked
package org.risktriage.triage.internal.rules;

import org.jspecify.annotations.NullMarked;

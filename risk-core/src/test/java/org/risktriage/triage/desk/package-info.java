/** The policy lead's desk under test. */
@NullMarked
package org.risktriage.triage.desk;

import org.jspecify.annotations.NullMarked;

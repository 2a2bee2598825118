/** What no input may do to the readers of assessments and of rule packs: crash them, hold them up, or come back. */
@NullMarked
package org.risktriage.fuzz;

import org.jspecify.annotations.NullMarked;

/** Counts of which none says anything of a single case. */
@NullMarked
package org.risktriage.service.statistics;

import org.jspecify.annotations.NullMarked;

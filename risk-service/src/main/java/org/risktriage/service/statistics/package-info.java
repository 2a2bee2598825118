/**
 * Counts of what the ledger holds, of which none says anything of a single case: what is counted, what of it is shown, and
 * how it is laid out.
 */
@NullMarked
package org.risktriage.service.statistics;

import org.jspecify.annotations.NullMarked;

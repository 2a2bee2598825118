/** Keeps every decision, so that it can be proved later: a chain of records in a database. Off unless it is set up. */
@NullMarked
package org.risktriage.service.ledger;

import org.jspecify.annotations.NullMarked;

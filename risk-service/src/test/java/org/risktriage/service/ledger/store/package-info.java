/** The tables of the ledger. */
@NullMarked
package org.risktriage.service.ledger.store;

import org.jspecify.annotations.NullMarked;

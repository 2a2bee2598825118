/** Where the chain is kept: SQLite or PostgreSQL, with the same tables. */
@NullMarked
package org.risktriage.service.ledger.store;

import org.jspecify.annotations.NullMarked;

/** What the ledger is a chain of, and how each record hangs on the one before. Knows no database. */
@NullMarked
package org.risktriage.service.ledger.chain;

import org.jspecify.annotations.NullMarked;

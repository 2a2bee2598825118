/** The ledger against the real databases. */
@NullMarked
package org.risktriage.service.ledger;

import org.jspecify.annotations.NullMarked;

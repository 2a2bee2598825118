/** Joins what was recorded of somebody to a request about the same person. It can raise, and never lower. */
@NullMarked
package org.risktriage.service.ledger.history;

import org.jspecify.annotations.NullMarked;

/** What is kept of a decision and of what people made of it, and what follows from it for figures and for later decisions. */
@NullMarked
package org.risktriage.service.ledger.kept;

import org.jspecify.annotations.NullMarked;

/** Decides and records, shows what was recorded, replays it, and takes what people made of it. */
@NullMarked
package org.risktriage.service.ledger.decisions;

import org.jspecify.annotations.NullMarked;

/** How much may be asked, how fast, and what no text may hold. */
@NullMarked
package org.risktriage.service.limits;

import org.jspecify.annotations.NullMarked;

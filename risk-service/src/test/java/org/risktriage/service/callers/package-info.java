/** Tests of who is let in that need no port. */
@NullMarked
package org.risktriage.service.callers;

import org.jspecify.annotations.NullMarked;

/** What no body may do to the service: crash it, hold it up, or come back. */
@NullMarked
package org.risktriage.service.fuzz;

import org.jspecify.annotations.NullMarked;

/** What those who run the service see of it: counts, logs and whether it is ready. Never a case. */
@NullMarked
package org.risktriage.service.operation;

import org.jspecify.annotations.NullMarked;

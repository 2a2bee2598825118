/** Commands of the service jar. */
@NullMarked
package org.risktriage.service.cli;

import org.jspecify.annotations.NullMarked;

/** Whether the rules can be used. */
@NullMarked
package org.risktriage.service.health;

import org.jspecify.annotations.NullMarked;

/** Who may ask: callers, their credentials and their roles. */
@NullMarked
package org.risktriage.service.callers;

import org.jspecify.annotations.NullMarked;

/** What may be set, and what a configuration has to be before the service starts with it. */
@NullMarked
package org.risktriage.service.settings;

import org.jspecify.annotations.NullMarked;

/** The rules in force: where packs come from, and how others take their place while the service runs. */
@NullMarked
package org.risktriage.service.rules;

import org.jspecify.annotations.NullMarked;

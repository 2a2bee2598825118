/** What can be asked for. */
@NullMarked
package org.risktriage.service.resources;

import org.jspecify.annotations.NullMarked;

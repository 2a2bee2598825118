/** What stands in replies beside the library's own records. */
@NullMarked
package org.risktriage.service.api;

import org.jspecify.annotations.NullMarked;

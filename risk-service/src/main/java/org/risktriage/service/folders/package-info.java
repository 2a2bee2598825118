/** Folders whose files change while the program runs. */
@NullMarked
package org.risktriage.service.folders;

import org.jspecify.annotations.NullMarked;

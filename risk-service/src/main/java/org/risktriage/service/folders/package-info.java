/** Folders whose files change while the program runs, and files that are exchanged whole. */
@NullMarked
package org.risktriage.service.folders;

import org.jspecify.annotations.NullMarked;

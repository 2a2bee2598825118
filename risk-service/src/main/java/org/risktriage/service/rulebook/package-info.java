/** The rule book: what the packs say, as pages for people, in a folder of their own or served. */
@NullMarked
package org.risktriage.service.rulebook;

import org.jspecify.annotations.NullMarked;

/** The rule book, page by page. */
@NullMarked
package org.risktriage.service.rulebook;

import org.jspecify.annotations.NullMarked;

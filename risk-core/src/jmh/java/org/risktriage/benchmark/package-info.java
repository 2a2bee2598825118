/** What a decision costs. */
@NullMarked
package org.risktriage.benchmark;

import org.jspecify.annotations.NullMarked;

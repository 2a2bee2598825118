/** Many assessments in one stream, one a line, answered in the same order. */
@NullMarked
package org.risktriage.service.batch;

import org.jspecify.annotations.NullMarked;

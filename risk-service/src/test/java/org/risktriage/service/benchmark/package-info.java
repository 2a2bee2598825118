/** What the scripts in {@code benchmarks} run beside the service. */
@NullMarked
package org.risktriage.service.benchmark;

import org.jspecify.annotations.NullMarked;

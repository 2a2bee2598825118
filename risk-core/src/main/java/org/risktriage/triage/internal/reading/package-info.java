/** Reads plain trees of maps and lists, as JSON and YAML parsers make them, and says everything that is wrong with one. */
@NullMarked
package org.risktriage.triage.internal.reading;

import org.jspecify.annotations.NullMarked;

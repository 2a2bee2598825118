/** Opening hours: how they are written, and whether somebody is there at a moment. */
@NullMarked
package org.risktriage.triage.internal.hours;

import org.jspecify.annotations.NullMarked;

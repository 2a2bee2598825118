/** What a rule pack holds, read from its files: manifest, parameters, instrument, calendar, digest. */
@NullMarked
package org.risktriage.triage.internal.pack;

import org.jspecify.annotations.NullMarked;

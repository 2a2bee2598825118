/**
 * The policy lead's desk: checks, tests and explains rule packs as they are being written. For author's tools, not for
 * services: it reads folders and may compile rules, so it needs libraries that a caller of the rules does not.
 */
@NullMarked
package org.risktriage.triage.desk;

import org.jspecify.annotations.NullMarked;

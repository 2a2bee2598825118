/** The author's side: checks rule files against the rule profile, writes them anew and compiles them. Needs the rule compiler, which callers of the library do not have. */
@NullMarked
package org.risktriage.triage.internal.authoring;

import org.jspecify.annotations.NullMarked;

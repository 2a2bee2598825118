/** The conformance kit: what it holds, how it is made from the worked cases, and how an installation is checked by it. */
@NullMarked
package org.risktriage.service.conformance;

import org.jspecify.annotations.NullMarked;

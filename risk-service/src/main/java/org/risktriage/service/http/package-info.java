/** How requests are read and how refusals are answered. */
@NullMarked
package org.risktriage.service.http;

import org.jspecify.annotations.NullMarked;

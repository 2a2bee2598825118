/** What a request passes before a resource sees it. */
@NullMarked
package org.risktriage.service.front;

import org.jspecify.annotations.NullMarked;

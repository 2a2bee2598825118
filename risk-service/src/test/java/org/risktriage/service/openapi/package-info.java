/** Makes the description of the interface from the code, and holds every reply to it. */
@NullMarked
package org.risktriage.service.openapi;

import org.jspecify.annotations.NullMarked;

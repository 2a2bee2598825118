/** Pages for people, and a browser to look at them. */
@NullMarked
package org.risktriage.service.pages;

import org.jspecify.annotations.NullMarked;

/**
 * Pages for people: one layout, the files that it uses, and how they are served or laid into a folder. Nothing of another
 * host, no style or script inside a page.
 */
@NullMarked
package org.risktriage.service.pages;

import org.jspecify.annotations.NullMarked;

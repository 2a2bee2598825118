/**
 * Tests as those who embed the library write them: with what it ships for that, and with its public types alone. They show
 * that each assertion fails where it should, and that each made-up case decides as it says.
 */
@NullMarked
package org.risktriage.embedder;

import org.jspecify.annotations.NullMarked;

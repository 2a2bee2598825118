/** The service: the library behind HTTP, and its commands. */
@NullMarked
package org.risktriage.service;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.risktriage.service;

import org.jspecify.annotations.NullMarked;

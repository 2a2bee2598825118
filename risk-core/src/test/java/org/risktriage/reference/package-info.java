/**
 * An independent reference of the base rules, written from the published facts, and a generator of valid requests.
 * Shares no code with the engine, so that a test comparing the two finds mistakes that both would otherwise repeat.
 */
@NullMarked
package org.risktriage.reference;

import org.jspecify.annotations.NullMarked;

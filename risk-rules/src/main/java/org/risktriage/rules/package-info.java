/**
 * The vocabulary of the rules: the facts that a rule may match, and {@link org.risktriage.rules.Findings}, the things
 * that it may state.
 *
 * <p>Every type here is plain Java and immutable; a rule file names these types and their fields and nothing else. Values
 * that a person may leave open are strings, {@code yes}, {@code no} or {@code unknown}, so that a rule cannot take an
 * unknown for a no by accident.
 */
@NullMarked
package org.risktriage.rules;

import org.jspecify.annotations.NullMarked;

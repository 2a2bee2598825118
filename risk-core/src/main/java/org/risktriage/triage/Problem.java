package org.risktriage.triage;

/**
 * One thing that is wrong with an assessment. It names the field and what is allowed, and never repeats a value that was
 * given.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, empty for the assessment as a whole
 * @param code stable code for programs, for example {@code unknown-question}
 * @param message what is wrong and what is allowed, for a person
 */
public record Problem(String pointer, String code, String message) {}

package org.risktriage.service.conformance;

/**
 * One thing that came back otherwise than expected.
 *
 * @param at where in the reply, with ids for places in lists: {@code marac.criteria.repeat.status}
 * @param expected what had to be there, as JSON or in words
 * @param actual what was there, as JSON or in words
 */
public record Difference(String at, String expected, String actual) {}

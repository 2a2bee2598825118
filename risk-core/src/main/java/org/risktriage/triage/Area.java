package org.risktriage.triage;

import java.util.List;

/**
 * An area whose rules are here.
 *
 * @param id id to send as {@code area}
 * @param title what it is
 * @param kind {@code base} for the rules that apply where no area is named, else {@code area}
 * @param instrument the instrument that its rules score
 * @param versions versions of its rules, oldest first
 */
public record Area(String id, String title, String kind, Decision.InstrumentId instrument, List<String> versions) {}

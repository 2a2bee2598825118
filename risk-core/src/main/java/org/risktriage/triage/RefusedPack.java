package org.risktriage.triage;

import java.util.List;

/**
 * A rule pack that was found and is not used, because something is wrong with it.
 *
 * @param pack its folder, as id and version
 * @param faults everything that is wrong: file, place, what is allowed
 */
public record RefusedPack(String pack, List<String> faults) {}

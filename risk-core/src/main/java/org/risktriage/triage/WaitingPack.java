package org.risktriage.triage;

import java.time.LocalDate;

/**
 * A sealed pack that is believed and is not loaded yet, because its first usable day has not come.
 *
 * @param pack its id and version, as {@code id@version}
 * @param from the day from which it may be loaded
 */
public record WaitingPack(String pack, LocalDate from) {}

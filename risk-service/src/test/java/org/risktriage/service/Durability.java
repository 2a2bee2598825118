package org.risktriage.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Figures of the tests that kill, for whoever runs them by the profile: they stand beside the other results. */
final class Durability {
    private Durability() {}

    static void note(int kills, String whatWasKilled, int acknowledged) throws IOException {
        Files.writeString(
                Path.of("target", "durability.txt"),
                kills + " kills " + whatWasKilled + ", " + acknowledged + " acknowledged decisions, all there\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}

package org.risktriage.service.cli;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Shows a person at a terminal how many mutants of a pack were tried: one bar for each pack. */
final class MutantsProgress implements IntConsumer, AutoCloseable {
    private @Nullable Progress bar;

    @Override
    public synchronized void accept(int tried) {
        if (tried <= 0) {
            close();
            bar = Terminal.isWatched() ? new Progress("mutants", -(long) tried) : null;
        } else if (bar != null) {
            bar.stepBy(tried);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

package org.risktriage.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The most time that one input may take. */
final class OneSecond {
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final int RUNS = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private OneSecond() {}

    /**
     * Runs this. Counts the time that the thread was at work, so that a busy machine is no false alarm; and what took too
     * long runs once more, because the first run may have loaded classes.
     */
    static void isEnoughFor(Runnable reading) {
        for (int run = 0; run < RUNS; run++) {
            if (timeOf(reading) <= NANOSECONDS) {
                return;
            }
        }
        throw new AssertionError("This input takes over a second.");
    }

    private static long timeOf(Runnable reading) {
        long before = THREADS.getCurrentThreadCpuTime();
        reading.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}

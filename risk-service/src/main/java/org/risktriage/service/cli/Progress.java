package org.risktriage.service.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows a person at a terminal how far a command is. Writes to the error stream, so that output stays whole. */
final class Progress implements AutoCloseable {
    private static final int LINE = 80;

    private final ProgressBar bar;

    Progress(String unit, long all) {
        this.bar = new ProgressBarBuilder()
                .setInitialMax(all)
                .setTaskName(unit)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, LINE))
                .build();
    }

    void step() {
        bar.step();
    }

    void stepBy(long steps) {
        bar.stepBy(steps);
    }

    @Override
    public void close() {
        bar.close();
    }
}

package org.risktriage.proof;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A line every few seconds: how far, how fast, how long still. */
final class Progress implements AutoCloseable {
    private static final int EVERY_MILLIS = 5_000;
    private static final int LINE = 120;

    private final ProgressBar bar;

    Progress(String unit, long all) {
        this.bar = new ProgressBarBuilder()
                .setInitialMax(all)
                .setTaskName(unit)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .showSpeed()
                .setMaxRenderedLength(LINE)
                .setConsumer(new DelegatingProgressBarConsumer(System.out::println, LINE))
                .build();
    }

    void step(long count) {
        bar.stepBy(count);
    }

    @Override
    public void close() {
        bar.close();
    }
}

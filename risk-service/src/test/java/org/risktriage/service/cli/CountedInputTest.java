package org.risktriage.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedInputTest {
    private static final int SIZE = 200_000;

    private final AtomicLong counted = new AtomicLong();
    private final CountedInput in = new CountedInput(new ByteArrayInputStream(new byte[SIZE]), counted::addAndGet);

    @Test
    void every_byte_is_counted_once_however_it_is_read() throws IOException {
        assertThat(in.read()).isZero();
        assertThat(counted).hasValue(1);
        assertThat(in.read(new byte[10], 2, 5)).isEqualTo(5);
        assertThat(counted).hasValue(6);
        assertThat(in.skip(4)).isEqualTo(4);
        assertThat(counted).hasValue(10);
        assertThat(in.readAllBytes()).hasSize(SIZE - 10);
        assertThat(counted).hasValue(SIZE);
    }

    @Test
    void the_end_is_not_counted() throws IOException {
        in.readAllBytes();

        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[3], 0, 3)).isEqualTo(-1);
        assertThat(counted).hasValue(SIZE);
    }

    @Test
    void what_is_looked_at_twice_is_counted_once() throws IOException {
        assertThat(in.markSupported()).isFalse();
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(1_024);
        buffered.readNBytes(1_023);
        buffered.reset();
        buffered.readAllBytes();

        assertThat(counted).hasValue(SIZE);
    }

    @Test
    void the_count_keeps_pace_with_the_reading() throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.readNBytes(SIZE / 2);

        assertThat(counted.get()).isBetween(SIZE / 2L, SIZE / 2L + (1 << 16));
    }
}

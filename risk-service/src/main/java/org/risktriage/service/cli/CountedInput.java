package org.risktriage.service.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * A stream that tells how many more bytes were read of it. Of a file the size is known and the number of cases is not: so the
 * bytes say how much is left.
 */
final class CountedInput extends FilterInputStream {
    private final LongConsumer watch;

    CountedInput(InputStream in, LongConsumer watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            watch.accept(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            watch.accept(read);
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        watch.accept(skipped);
        return skipped;
    }

    /** Nothing is read twice: it would be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}

package org.risktriage.service.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a stream line by line, and never holds more of it than one line of the largest size allowed. */
public final class LineReader {
    private static final int BLOCK = 32 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] block = new byte[BLOCK];
    private byte[] line = new byte[BLOCK];
    private int next;
    private int end;

    /**
     * Creates a reader.
     *
     * @param in the stream
     * @param longest the most bytes of a line
     */
    public LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line, without the line feed that ends it. Of a line that is too long there is one byte more than allowed, by
     * which it is known; the rest of it is passed over.
     *
     * @return the line; null at the end of the stream
     * @throws IOException if the stream cannot be read
     */
    public byte @Nullable [] next() throws IOException {
        int length = 0;
        boolean begun = false;
        while (true) {
            if (next == end) {
                end = Math.max(0, in.read(block));
                next = 0;
                if (end == 0) {
                    return begun ? Arrays.copyOf(line, length) : null;
                }
            }
            begun = true;
            int feed = next;
            while (feed < end && block[feed] != '\n') {
                feed++;
            }
            int taken = Math.min(feed - next, longest + 1 - length);
            if (length + taken > line.length) {
                line = Arrays.copyOf(line, Math.min(longest + 1, Math.max(2 * line.length, length + taken)));
            }
            System.arraycopy(block, next, line, length, taken);
            length += taken;
            next = feed;
            if (feed < end) {
                next++;
                return Arrays.copyOf(line, length);
            }
        }
    }

    /**
     * Whether another line is there without waiting for the sender.
     *
     * @return true if some of it is
     */
    public boolean hasMore() {
        return next < end;
    }
}

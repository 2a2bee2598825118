package org.risktriage.triage.desk;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Problem;

/** Cases, one after the other, of which no more than a few are held at a time. */
public interface Caseload {
    /**
     * The next case. Asked by one thread.
     *
     * @return the case, as it was found; null at the end
     * @throws IOException if there is no reading on
     */
    @Nullable
    Entry next() throws IOException;

    /** One case, as it was found. */
    interface Entry {
        /**
         * Where it stands.
         *
         * @return the number of its line, from 1; of a case that was thought up or stands in a list, its number
         */
        long line();

        /**
         * Reads it. May be asked by any thread, once.
         *
         * @param problems where problems go; a case with problems is not scored
         * @return the assessment; null where it cannot be read at all
         */
        @Nullable
        Assessment read(List<Problem> problems);
    }
}

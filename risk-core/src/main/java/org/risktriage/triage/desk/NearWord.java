package org.risktriage.triage.desk;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** What an author may have meant: the one allowed word that is nearest to the one that was written, if it is near. */
final class NearWord {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
    private static final int LETTERS_FOR_EACH_SLIP = 3;
    private static final int LONGEST = 100;

    private NearWord() {}

    /** The nearest word; null if none is near, or two are equally so. */
    static @Nullable String of(String written, Collection<String> allowed) {
        if (written.isEmpty() || written.length() > LONGEST || allowed.contains(written)) {
            return null;
        }
        String word = plain(written);
        int best = Math.max(1, word.length() / LETTERS_FOR_EACH_SLIP) + 1;
        String nearest = null;
        for (String candidate : new TreeSet<>(allowed)) {
            int distance = DISTANCE.apply(word, plain(candidate));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            } else if (distance == best) {
                nearest = null;
            }
        }
        return nearest;
    }

    /** The same without case, and with hyphens for what people write in their place. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-').strip();
    }
}

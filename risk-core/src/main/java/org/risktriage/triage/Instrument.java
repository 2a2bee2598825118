package org.risktriage.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of an instrument: its questions as this project's own labels. Never the wording of an official form.
 *
 * @param id id of the instrument
 * @param edition its edition
 * @param title what it is
 * @param licence what may be done with it, and what it is not
 * @param items its items in the published order
 * @param scale what its items are answered with
 * @param skips items that do not apply where another is answered no
 * @param sources where its facts come from
 */
public record Instrument(
        String id,
        String edition,
        String title,
        String licence,
        List<Item> items,
        Scale scale,
        List<Skip> skips,
        List<Source> sources) {

    /** Keeps copies of the lists. */
    public Instrument {
        items = List.copyOf(items);
        skips = List.copyOf(skips);
        sources = List.copyOf(sources);
    }

    /**
     * Finds an item.
     *
     * @param question id of the item
     * @return the item, or null if there is none
     */
    public @Nullable Item item(String question) {
        int index = indexOf(question);
        return index < 0 ? null : items.get(index);
    }

    /**
     * The place of an item in the published order.
     *
     * @param question id of the item
     * @return its place, from 0, or -1 if there is none
     */
    public int indexOf(String question) {
        // Ids are one letter with 1 to N in order (checked when the instrument is read), so the number is the place.
        int length = question.length();
        if (length < 2
                || length > 3
                || items.isEmpty()
                || question.charAt(0) != items.get(0).id().charAt(0)
                || question.charAt(1) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 1; i < length; i++) {
            char c = question.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number <= items.size() ? number - 1 : -1;
    }

    /** What the items of an instrument are answered with. Each can be unknown beside: don't know, declined or not asked. */
    public enum Scale {
        /** Yes or no. Only yes scores. */
        YES_NO("yes-no"),

        /** A {@link Grade}. Nothing scores: a profile is shown and never summed. */
        GRADES("grades");

        private final String code;

        Scale(String code) {
            this.code = code;
        }

        /**
         * The code used in replies.
         *
         * @return the code, in lower case with hyphens
         */
        public String code() {
            return code;
        }

        /** {@inheritDoc} The same as {@link #code()}. */
        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * Items that do not apply where another is answered no. They are then neither no nor unknown.
     *
     * @param whereNo id of the other item
     * @param items ids of the items that do not apply
     */
    public record Skip(String whereNo, List<String> items) {
        /** Keeps a copy of the items. */
        public Skip {
            items = List.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param id its id, for example {@code q1}; the letter is the instrument's own, so that an item of one instrument is none
     *     of another
     * @param label what it is about
     * @param prompt a neutral way to ask
     * @param details codes that may go with a yes
     * @param why why it matters and what follows
     * @param confidence how well its topic is known
     * @param whyConfidence how well known it is why it matters
     * @param source id of the source
     */
    public record Item(
            String id,
            String label,
            String prompt,
            List<String> details,
            String why,
            Confidence confidence,
            Confidence whyConfidence,
            String source) {
        /** Keeps a copy of the details. */
        public Item {
            details = List.copyOf(details);
        }
    }
}

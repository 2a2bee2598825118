package org.risktriage.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prompts that yes answers alone bring, without details, history or circumstances: written from the published facts,
 * shares no code with the engine.
 */
public final class ReferencePrompts {
    private ReferencePrompts() {}

    /**
     * The prompts for a request with answers only.
     *
     * @param answers the answers by item
     * @return ids of prompts, sorted
     */
    public static List<String> of(Map<String, @Nullable Object> answers) {
        List<String> prompts = new ArrayList<>();
        add(prompts, "breach-of-order", yes(answers, 23));
        add(prompts, "child-contact", yes(answers, 7));
        boolean violence = yes(answers, 1) || yes(answers, 13) || yes(answers, 15) || yes(answers, 16);
        add(prompts, "cluster-of-three", yes(answers, 6) && yes(answers, 12) && violence);
        add(prompts, "escalation-trend", yes(answers, 10) || yes(answers, 11));
        add(prompts, "isolation", yes(answers, 4));
        add(prompts, "own-view-of-danger", yes(answers, 2));
        add(prompts, "perpetrator-suicide", yes(answers, 22));
        add(prompts, "pregnancy", yes(answers, 9));
        add(prompts, "sexual-abuse", yes(answers, 16));
        add(prompts, "stalking", yes(answers, 8));
        add(prompts, "strangulation", yes(answers, 15));
        add(prompts, "threats-to-kill", yes(answers, 14));
        add(prompts, "victim-suicide-risk", yes(answers, 5));
        add(prompts, "weapon", yes(answers, 13));
        return prompts;
    }

    private static void add(List<String> prompts, String id, boolean stated) {
        if (stated) {
            prompts.add(id);
        }
    }

    private static boolean yes(Map<String, @Nullable Object> answers, int item) {
        return "yes".equals(answers.get("q" + item));
    }
}

package org.risktriage.triage.internal.rules;

import java.util.Set;
import org.risktriage.triage.Confidence;

/**
 * What a compiled rule says of itself.
 *
 * @param id pack, topic and name, for example {@code england-wales/marac/repeat}
 * @param order its place among all rules of the pack
 * @param says its sentence
 * @param source id of its source
 * @param confidence how well the source is known
 * @param decides whether it is a route rule; otherwise it advises
 * @param items ids of the items that it names
 * @param reads keys of the parameters that it reads
 * @param crimes whether it asks if an incident was a crime
 * @param words its conditions and what it states, in words
 */
public record RuleInfo(
        String id,
        int order,
        Sentence says,
        String source,
        Confidence confidence,
        boolean decides,
        Set<String> items,
        Set<String> reads,
        boolean crimes,
        RuleWords words) {

    /**
     * The same rule after others.
     *
     * @param places how many places further on
     * @return a copy with that order
     */
    RuleInfo after(int places) {
        return new RuleInfo(id, order + places, says, source, confidence, decides, items, reads, crimes, words);
    }

    /**
     * The file that it stands in.
     *
     * @return the topic
     */
    public String topic() {
        return id.substring(id.indexOf('/') + 1, id.lastIndexOf('/'));
    }

    /**
     * Its name in that file.
     *
     * @return the name
     */
    public String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}

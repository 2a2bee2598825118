package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Set;

/**
 * One rule that passed the rule profile, in pieces, from which DRL is written anew.
 *
 * @param id pack, topic and name, as in replies
 * @param line the line on which it begins
 * @param says its sentence
 * @param source id of its source
 * @param confidence its confidence mark
 * @param decides whether it is a route rule; otherwise it advises
 * @param conditions its conditions, written anew
 * @param consequence its statements, written anew
 * @param items ids of the items that it names
 * @param reads keys of the parameters that it reads
 * @param crimes whether it asks if an incident was a crime
 * @param parts its conditions as a tree
 * @param statements its statements
 */
record CheckedRule(
        String id,
        int line,
        String says,
        String source,
        String confidence,
        boolean decides,
        String conditions,
        String consequence,
        Set<String> items,
        Set<String> reads,
        boolean crimes,
        List<Part> parts,
        List<Statement> statements) {}

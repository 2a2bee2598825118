package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.rules.RuleInfo;

/**
 * Where the rules that decide count incidents in another time than twelve months. Whoever knows only how many incidents twelve
 * months hold cannot say how many of them lie in that time.
 *
 * @param incidents the times other than twelve months up to the assessment, in words
 * @param repeats the times other than twelve months after a referral, in words
 */
record LookBack(List<String> incidents, List<String> repeats) {
    /** The time that a table can tell of. */
    static final int MONTHS = 12;

    /** As {@link RuleInfo#words()} has it; read from there, because an area may count by a parameter of its own. */
    private static final Pattern COUNTED = Pattern.compile(
            "(months back|months after the referral) (at most|more than|[a-z ]+?) (?:\\[([^\\]]+)\\]|(\\d+))");

    /** The same words are said of referrals, whose days a table has. */
    private static final String OF_REFERRALS = "earlier referral";

    LookBack {
        incidents = List.copyOf(incidents);
        repeats = List.copyOf(repeats);
    }

    /** What either version counts by on a day. */
    static LookBack of(Stretch stretch, LocalDate day) {
        Set<String> incidents = new LinkedHashSet<>();
        Set<String> repeats = new LinkedHashSet<>();
        for (LoadedPack pack : List.of(stretch.before(), stretch.after())) {
            Policy policy = pack.parameters().on(day);
            for (RuleInfo rule : pack.rules().all()) {
                if (rule.decides()) {
                    rule.words().conditions().forEach(words -> look(pack, policy, words, incidents, repeats));
                }
            }
        }
        return new LookBack(new ArrayList<>(incidents), new ArrayList<>(repeats));
    }

    private static void look(LoadedPack pack, Policy policy, String words, Set<String> incidents, Set<String> repeats) {
        Matcher counted = COUNTED.matcher(words);
        while (!words.contains(OF_REFERRALS) && counted.find()) {
            String key = counted.group(3);
            int months = key == null ? Integer.parseInt(counted.group(4)) : policy.number(key);
            // Both ends count: at most twelve months, and more than that, part the incidents where the table does.
            boolean parted =
                    counted.group(2).equals("at most") || counted.group(2).equals("more than");
            if (months != MONTHS || !parted) {
                PackId id = pack.written().identity();
                String says = (key == null ? "a rule counts " + months + " months" : key + " is " + months) + " in "
                        + id.id() + " " + id.version();
                (counted.group(1).equals("months back") ? incidents : repeats).add(says);
            }
        }
    }
}

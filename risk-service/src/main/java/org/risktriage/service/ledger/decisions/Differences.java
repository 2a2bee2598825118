package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two documents differ. */
final class Differences {
    private Differences() {}

    /** JSON pointers to the smallest pieces that are not the same; never what stands there. */
    static List<String> between(JsonNode then, JsonNode now) {
        List<String> pointers = new ArrayList<>();
        compare("", then, now, pointers);
        return List.copyOf(pointers);
    }

    private static void compare(String pointer, JsonNode then, JsonNode now, List<String> pointers) {
        if (then.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>();
            for (JsonNode node : List.of(then, now)) {
                for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
                    names.add(it.next());
                }
            }
            names.forEach(name -> compare(pointer + "/" + name, then.path(name), now.path(name), pointers));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare(pointer + "/" + i, then.path(i), now.path(i), pointers);
            }
        } else if (!then.equals(now)) {
            pointers.add(pointer);
        }
    }
}

package org.risktriage.triage.internal.pack;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Problem;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, in which a bare yes or no is a word and a date is a text. Neither duplicate keys nor aliases of
 * lists and maps are allowed, and no tag makes an object.
 */
public final class Yaml {
    private static final int MOST_CHARACTERS = 512 * 1024;
    /** Lists within lists take the parser a second from three thousand on, and then overflow the stack. */
    private static final int DEEPEST = 32;
    /** A number of half a million digits takes the parser half a minute. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{100}");

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param text the document
     * @param problems where a fault of form goes
     * @return maps, lists, texts, numbers and truth values; null where nothing could be read
     */
    public static @Nullable Object read(String text, List<Problem> problems) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        if (LONG_NUMBER.matcher(text).find()) {
            problems.add(new Problem("", "bad-yaml", "A number has fewer than 100 digits."));
            return null;
        }
        try {
            if (isDeep(new Parse(settings).parseString(text))) {
                problems.add(new Problem(
                        "", "bad-yaml", "Lists and maps may lie at most " + DEEPEST + " deep within each other."));
                return null;
            }
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            // The parser's own words repeat keys, tags and aliases.
            String where = e.getProblemMark()
                    .map(mark -> "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            problems.add(new Problem(
                    "",
                    "bad-yaml",
                    where
                            + (e instanceof DuplicateKeyException
                                    ? "a duplicate key. Each key may stand once in a map."
                                    : "this cannot be read as YAML without tags and aliases of lists and maps.")));
        } catch (YamlEngineException | StackOverflowError e) {
            problems.add(new Problem("", "bad-yaml", "This is not YAML."));
        }
        return null;
    }

    private static boolean isDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}

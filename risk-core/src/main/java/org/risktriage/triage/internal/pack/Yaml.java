package org.risktriage.triage.internal.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Problem;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, in which a bare yes or no is a word and a date is a text. Neither duplicate keys nor aliases of
 * lists and maps are allowed, and no tag makes an object.
 */
public final class Yaml {
    private static final int MOST_CHARACTERS = 512 * 1024;

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
        try {
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            problems.add(new Problem("", "bad-yaml", where + e.getProblem() + "."));
        } catch (YamlEngineException | StackOverflowError e) {
            problems.add(new Problem("", "bad-yaml", "This is not YAML."));
        }
        return null;
    }
}

package org.risktriage.triage.desk;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a pack, or that its author should look at.
 *
 * @param code stable code
 * @param file path of the file, from the folder that holds all packs: {@code <id>/<version>/...}
 * @param line number of the line or row, from 1; 0 where it is about the whole file
 * @param column number of the character in that line, from 1; 0 where it is about the whole line
 * @param where the column of a table, the key in a file, or the rule; empty where there is none
 * @param message what is wrong, and what is allowed
 * @param suggestion what was probably meant, or null where that is not sure
 */
public record Finding(
        MessageCode code,
        String file,
        int line,
        int column,
        String where,
        String message,
        @Nullable String suggestion) {

    /**
     * Where the documentation says more.
     *
     * @return path of the page in the repository, with its anchor
     */
    public String documentation() {
        return MessageCode.PAGE + "#" + code.anchor();
    }

    Finding suggesting(@Nullable String other) {
        return other == null || suggestion != null
                ? this
                : new Finding(code, file, line, column, where, message, other);
    }
}

package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/** Finds values by the codes of the contract, which are what their {@code toString} gives. */
final class Codes {
    private Codes() {}

    static <E extends Enum<E>> @Nullable E find(E[] values, String code) {
        for (E value : values) {
            if (value.toString().equals(code)) {
                return value;
            }
        }
        return null;
    }
}

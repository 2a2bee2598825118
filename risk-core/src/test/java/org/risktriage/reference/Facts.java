package org.risktriage.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One object of a request, read by field name. A field that is null is a field that is absent. */
record Facts(Map<?, ?> fields) {

    static Facts of(@Nullable Object part) {
        if (part == null) {
            return new Facts(Map.of());
        }
        if (part instanceof Map<?, ?> fields) {
            return new Facts(fields);
        }
        throw new IllegalArgumentException("an object was expected");
    }

    @Nullable
    Object value(String name) {
        return fields.get(name);
    }

    @Nullable
    String wordOrNull(String name) {
        return (String) fields.get(name);
    }

    String word(String name) {
        return Objects.requireNonNull(wordOrNull(name), name);
    }

    @Nullable
    LocalDate dayOrNull(String name) {
        String day = wordOrNull(name);
        return day == null ? null : LocalDate.parse(day);
    }

    LocalDate day(String name) {
        return LocalDate.parse(word(name));
    }

    @Nullable
    Integer number(String name) {
        return fields.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** The object in this field, empty where absent. */
    Facts part(String name) {
        return of(fields.get(name));
    }

    /** The objects in this field, none where absent. */
    List<Facts> parts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(Facts::of).toList()
                : List.of();
    }
}

package org.risktriage.proof;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every value of every record within, in full: what a serialiser would see. */
public final class Dump {
    private Dump() {}

    /** The values as text: equal text for equal values, in the order in which they stand. */
    public static String of(Record data) {
        StringBuilder dump = new StringBuilder();
        append(data, dump);
        return dump.toString();
    }

    private static void append(@Nullable Object value, StringBuilder dump) {
        if (value instanceof Record data) {
            dump.append(data.getClass().getSimpleName()).append('(');
            for (RecordComponent component : data.getClass().getRecordComponents()) {
                try {
                    dump.append(component.getName()).append('=');
                    append(component.getAccessor().invoke(data), dump);
                    dump.append(' ');
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            dump.append(')');
        } else if (value instanceof List<?> list) {
            dump.append('[');
            for (Object entry : list) {
                append(entry, dump);
                dump.append(' ');
            }
            dump.append(']');
        } else if (value instanceof Map<?, ?> map) {
            dump.append('{');
            map.forEach((key, entry) -> {
                append(entry, dump.append(key).append(':'));
                dump.append(' ');
            });
            dump.append('}');
        } else {
            dump.append(value);
        }
    }
}

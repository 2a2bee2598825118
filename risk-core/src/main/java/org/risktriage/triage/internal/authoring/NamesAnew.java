package org.risktriage.triage.internal.authoring;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.impl.NamesGenerator;
import org.risktriage.triage.RulesFaultException;

/**
 * Lets the engine number what has no name from the beginning. It counts through a whole process otherwise, so that the same
 * rules compile to other bytes the second time; and it offers no way to begin again.
 */
final class NamesAnew {
    private NamesAnew() {}

    static void begin() {
        try {
            Field index = NamesGenerator.class.getDeclaredField("index");
            index.setAccessible(true);
            ((AtomicInteger) index.get(null)).set(0);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new RulesFaultException("The engine's compiler is another one than this program knows.", e);
        }
    }
}

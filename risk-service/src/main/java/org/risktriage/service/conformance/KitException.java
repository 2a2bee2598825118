package org.risktriage.service.conformance;

/** A kit that cannot be used. The message says why, for the person who chose it. */
public final class KitException extends Exception {
    private static final long serialVersionUID = 1L;

    KitException(String message) {
        super(message);
    }
}

package org.risktriage.triage.internal.authoring;

/** Rules of a shape for which the proof has no argument: it says so, and proves nothing. */
final class Unprovable extends Exception {
    private static final long serialVersionUID = 1L;

    Unprovable(String why) {
        super(why);
    }
}

package org.risktriage.triage.internal.authoring;

/** Something in a rule that the rule profile does not allow. */
final class ProfileFault extends Exception {
    private static final long serialVersionUID = 1L;

    ProfileFault(String message) {
        super(message);
    }
}

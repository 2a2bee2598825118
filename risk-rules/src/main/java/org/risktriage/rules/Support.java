package org.risktriage.rules;

/**
 * What decides which service takes somebody, beside the circumstances. Each value is {@code yes}, {@code no} or {@code
 * unknown} unless said otherwise.
 */
public final class Support {
    private final String setting;
    private final String consentToExamination;
    private final String consentToFollowUp;
    private final String wantsBmeRefuge;
    private final String perpetratorWantsToChange;
    private final String perpetratorResidence;

    /**
     * Creates the fact.
     *
     * @param setting where the assessor works, as a code; {@code unknown} where not given
     * @param consentToExamination whether the victim consents to a forensic examination
     * @param consentToFollowUp whether the victim agrees to be contacted afterwards
     * @param wantsBmeRefuge whether the victim wants a refuge for Black and minority ethnic people
     * @param perpetratorWantsToChange whether it is known already that the perpetrator wants to change
     * @param perpetratorResidence where the perpetrator lives, as a code of the area; {@code unknown} where not given
     */
    public Support(
            String setting,
            String consentToExamination,
            String consentToFollowUp,
            String wantsBmeRefuge,
            String perpetratorWantsToChange,
            String perpetratorResidence) {
        this.setting = setting;
        this.consentToExamination = consentToExamination;
        this.consentToFollowUp = consentToFollowUp;
        this.wantsBmeRefuge = wantsBmeRefuge;
        this.perpetratorWantsToChange = perpetratorWantsToChange;
        this.perpetratorResidence = perpetratorResidence;
    }

    /** Where the assessor works, as a code such as {@code control-room}; {@code unknown} where not given. */
    public String getSetting() {
        return setting;
    }

    /** Whether the victim consents to a forensic examination. */
    public String getConsentToExamination() {
        return consentToExamination;
    }

    /** Whether the victim agrees to be contacted afterwards. */
    public String getConsentToFollowUp() {
        return consentToFollowUp;
    }

    /** Whether the victim wants a refuge for Black and minority ethnic people. */
    public String getWantsBmeRefuge() {
        return wantsBmeRefuge;
    }

    /** Whether it is known already that the perpetrator wants to change. */
    public String getPerpetratorWantsToChange() {
        return perpetratorWantsToChange;
    }

    /** Where the perpetrator lives, as a code of the area; {@code unknown} where not given. */
    public String getPerpetratorResidence() {
        return perpetratorResidence;
    }
}

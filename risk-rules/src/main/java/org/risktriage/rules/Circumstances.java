package org.risktriage.rules;

import java.time.LocalDate;

/**
 * What surrounds the assessment. Each value is {@code yes}, {@code no} or {@code unknown} unless said otherwise.
 */
public final class Circumstances {
    private final String worsening;
    private final String honourBasedAbuse;
    private final String forcedMarriage;
    private final String sexualViolence;
    private final String sexualAssaultDated;
    private final LocalDate lastSexualAssaultOn;
    private final int daysSinceSexualAssault;
    private final String homicideBelief;
    private final String managerSignOff;
    private final String consentToReferral;
    private final String victimAware;
    private final String perpetratorPresent;
    private final String seenAlone;
    private final String residence;
    private final String needsAccommodation;
    private final Now now;

    /**
     * What is known of this moment.
     *
     * @param safeToTalk {@code yes}, {@code no} or {@code unknown}
     * @param perpetratorIs {@code here}, {@code nearby}, {@code away}, {@code in-custody}, {@code not-known}, or {@code unknown}
     *     where it was not given
     * @param childrenAre {@code with-victim}, {@code with-perpetrator}, {@code elsewhere}, {@code no-children}, {@code
     *     not-known}, or {@code unknown} where it was not given
     */
    public record Now(String safeToTalk, String perpetratorIs, String childrenAre) {}

    /**
     * Creates the fact.
     *
     * @param worsening whether the abuse is getting worse
     * @param honourBasedAbuse whether there is honour-based abuse
     * @param forcedMarriage whether there is, or may be, a forced marriage
     * @param sexualViolence whether there has been sexual violence
     * @param sexualAssaultDated {@code yes} where the day of the last sexual assault is known, else {@code no}
     * @param lastSexualAssaultOn day of the last sexual assault; meaningful only where {@code sexualAssaultDated} is {@code yes}
     * @param daysSinceSexualAssault whole days from the last sexual assault to the assessment; -1 where not known
     * @param homicideBelief whether a practitioner believes that there is a high risk of homicide
     * @param managerSignOff whether a manager has signed the referral off
     * @param consentToReferral whether the victim consents to the referral
     * @param victimAware whether the victim knows of the referral
     * @param perpetratorPresent whether the perpetrator was present while the questions were answered
     * @param seenAlone whether the victim was seen alone
     * @param residence where the victim lives, as a code of the area; {@code unknown} where not given
     * @param needsAccommodation whether the victim needs safe accommodation
     * @param now what is known of this moment
     */
    public Circumstances(
            String worsening,
            String honourBasedAbuse,
            String forcedMarriage,
            String sexualViolence,
            String sexualAssaultDated,
            LocalDate lastSexualAssaultOn,
            int daysSinceSexualAssault,
            String homicideBelief,
            String managerSignOff,
            String consentToReferral,
            String victimAware,
            String perpetratorPresent,
            String seenAlone,
            String residence,
            String needsAccommodation,
            Now now) {
        this.worsening = worsening;
        this.honourBasedAbuse = honourBasedAbuse;
        this.forcedMarriage = forcedMarriage;
        this.sexualViolence = sexualViolence;
        this.sexualAssaultDated = sexualAssaultDated;
        this.lastSexualAssaultOn = lastSexualAssaultOn;
        this.daysSinceSexualAssault = daysSinceSexualAssault;
        this.homicideBelief = homicideBelief;
        this.managerSignOff = managerSignOff;
        this.consentToReferral = consentToReferral;
        this.victimAware = victimAware;
        this.perpetratorPresent = perpetratorPresent;
        this.seenAlone = seenAlone;
        this.residence = residence;
        this.needsAccommodation = needsAccommodation;
        this.now = now;
    }

    /** Whether the abuse is getting worse. */
    public String getWorsening() {
        return worsening;
    }

    /** Whether there is honour-based abuse. */
    public String getHonourBasedAbuse() {
        return honourBasedAbuse;
    }

    /** Whether there is, or may be, a forced marriage. */
    public String getForcedMarriage() {
        return forcedMarriage;
    }

    /** Whether there has been sexual violence. */
    public String getSexualViolence() {
        return sexualViolence;
    }

    /** {@code yes} where the day of the last sexual assault is known, else {@code no}. */
    public String getSexualAssaultDated() {
        return sexualAssaultDated;
    }

    /** Day of the last sexual assault; meaningful only where {@code sexualAssaultDated} is {@code yes}. */
    public LocalDate getLastSexualAssaultOn() {
        return lastSexualAssaultOn;
    }

    /** Whole days from the last sexual assault to the assessment; -1 where not known. */
    public int getDaysSinceSexualAssault() {
        return daysSinceSexualAssault;
    }

    /** Whether a practitioner believes that there is a high risk of homicide. */
    public String getHomicideBelief() {
        return homicideBelief;
    }

    /** Whether a manager has signed the referral off. */
    public String getManagerSignOff() {
        return managerSignOff;
    }

    /** Whether the victim consents to the referral. */
    public String getConsentToReferral() {
        return consentToReferral;
    }

    /** Whether the victim knows of the referral. */
    public String getVictimAware() {
        return victimAware;
    }

    /** Whether the perpetrator was present while the questions were answered. */
    public String getPerpetratorPresent() {
        return perpetratorPresent;
    }

    /** Whether the victim was seen alone. */
    public String getSeenAlone() {
        return seenAlone;
    }

    /** Where the victim lives, as a code of the area; {@code unknown} where not given. */
    public String getResidence() {
        return residence;
    }

    /** Whether it is safe to talk now. */
    public String getSafeToTalk() {
        return now.safeToTalk();
    }

    /**
     * Where the perpetrator is now: {@code here}, {@code nearby}, {@code away}, {@code in-custody}, {@code not-known}, or
     * {@code unknown} where it was not given.
     */
    public String getPerpetratorIs() {
        return now.perpetratorIs();
    }

    /**
     * Where the children are now: {@code with-victim}, {@code with-perpetrator}, {@code elsewhere}, {@code no-children},
     * {@code not-known}, or {@code unknown} where it was not given.
     */
    public String getChildrenAre() {
        return now.childrenAre();
    }

    /** Whether the victim needs safe accommodation. */
    public String getNeedsAccommodation() {
        return needsAccommodation;
    }
}

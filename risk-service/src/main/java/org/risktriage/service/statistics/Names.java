package org.risktriage.service.statistics;

import java.util.List;

/** The names of what is counted. Those that stand in replies are the ids of figures. */
final class Names {
    static final String ASSESSMENTS = "assessments";
    static final String HIGH = "level.high";
    static final List<String> LEVELS = List.of(HIGH, "level.medium", "level.standard", "level.none");
    static final String REFERRALS = "referrals";
    static final String CRITERION = "criterion.";
    static final String REPEAT = CRITERION + "repeat";
    static final String POLICE = "referrals.police";
    static final String NOT_POLICE = "referrals.not-police";
    static final String WITH_CHILDREN = "assessments.with-children";
    static final String CHILDREN = "children";
    static final String WITH_UNKNOWN = "assessments.with-unknown-answers";
    static final String UNKNOWN = "unknown-answers";
    static final String RAISED = "assessments.raised-by-review";
    static final String REFERRED = "assessments.with-referral-date";
    static final String DAYS = "days-to-referral.median";

    static final String REPEAT_RATE = "repeat-rate";
    static final String NOT_POLICE_RATE = "not-police-rate";
    static final String PER_WOMEN = "referrals-per-10000-women";

    /** Not shown: they only follow. */
    static final String HIGH_NOT_REFERRED = "high-not-referred";

    static final String REFERRED_NOT_HIGH = "referred-not-high";

    private Names() {}
}

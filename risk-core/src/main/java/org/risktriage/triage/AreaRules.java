package org.risktriage.triage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one area come to on a day, to be laid beside those of others.
 *
 * @param area id of the area
 * @param title what it is
 * @param kind {@code base} for the rules that apply where no area is named, else {@code area}
 * @param rules the version of its rules
 * @param from first day on which they are as they are
 * @param to last such day, or null where none is set
 * @param instrument the instrument that they score
 * @param refuses why no checklist is scored here, or null where checklists are
 * @param criteria ids of the criteria, in the order of replies
 * @param values every value on that day; {@code pack} tells which are the area's own and which it inherits
 * @param own rules that the area adds
 * @param off rules of the base that do not apply
 * @param sources where the area's and the base's rules and values come from
 */
public record AreaRules(
        String area,
        String title,
        String kind,
        Decision.PackId rules,
        LocalDate from,
        @Nullable LocalDate to,
        Decision.InstrumentId instrument,
        @Nullable String refuses,
        List<String> criteria,
        List<RulePack.Parameter> values,
        List<RulePack.Rule> own,
        List<RulePack.RuleOff> off,
        List<Source> sources) {}

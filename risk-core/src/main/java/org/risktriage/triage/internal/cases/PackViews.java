package org.risktriage.triage.internal.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.risktriage.triage.Area;
import org.risktriage.triage.AreaRules;
import org.risktriage.triage.PackVersion;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.WrittenPack;
import org.risktriage.triage.internal.rules.RuleInfo;

/** Packs as readers see them. */
public final class PackViews {
    private PackViews() {}

    /**
     * Everything that one version of a pack says.
     *
     * @param spans that version over each version of what it extends, by the days on which they are in force
     * @return the pack
     */
    public static RulePack whole(List<LoadedPack> spans) {
        LoadedPack pack = last(spans);
        WrittenPack written = pack.written();
        WrittenPack base = written.base();
        Manifest manifest = written.manifest();
        return new RulePack(
                manifest.id(),
                manifest.version(),
                manifest.kind(),
                base == null ? null : base.identity(),
                manifest.title(),
                manifest.owner(),
                manifest.inForceFrom(),
                written.to(),
                manifest.usableFrom(),
                manifest.reviewBy(),
                pack.scores(),
                pack.identity().sha256(),
                pack.criteria(),
                written.notice(),
                written.sources(),
                manifest.changes(),
                pack.parameters().rows(),
                pack.services().rows(),
                pack.rules().all().stream().map(PackViews::rule).toList(),
                manifest.off(),
                WorkedCases.of(pack));
    }

    /**
     * One version of a pack, and when it is the policy.
     *
     * @param spans that version over each version of what it extends, by the days on which they are in force
     * @return the version
     */
    public static PackVersion version(List<LoadedPack> spans) {
        Manifest manifest = spans.get(0).written().manifest();
        return new PackVersion(
                spans.get(0).identity(),
                manifest.inForceFrom(),
                last(spans).written().to(),
                manifest.usableFrom(),
                manifest.reviewBy(),
                manifest.changes());
    }

    /**
     * What an area's rules come to on a day.
     *
     * @param area the area
     * @param pack its rules, in force on that day
     * @param day the day
     * @return its values, and the rules of its own
     */
    public static AreaRules inBrief(Area area, LoadedPack pack, LocalDate day) {
        WrittenPack written = pack.written();
        String own = area.id() + "/";
        return new AreaRules(
                area.id(),
                area.title(),
                area.kind(),
                pack.identity(),
                written.from(),
                written.to(),
                pack.scores(),
                pack.refusal(),
                pack.criteria(),
                pack.parameters().rows().stream()
                        .filter(row -> row.appliesOn(day))
                        .toList(),
                pack.rules().all().stream()
                        .filter(rule -> rule.id().startsWith(own))
                        .map(PackViews::rule)
                        .toList(),
                written.manifest().off(),
                written.sources());
    }

    private static RulePack.Rule rule(RuleInfo rule) {
        return new RulePack.Rule(
                rule.id(),
                rule.topic(),
                rule.says().toString(),
                rule.source(),
                rule.confidence(),
                rule.words().conditions(),
                rule.words().states(),
                rule.words().criteria(),
                rule.items().stream()
                        .sorted(Comparator.comparing(String::length).thenComparing(item -> item))
                        .toList(),
                rule.reads().stream().sorted().toList());
    }

    private static LoadedPack last(List<LoadedPack> spans) {
        return spans.get(spans.size() - 1);
    }
}

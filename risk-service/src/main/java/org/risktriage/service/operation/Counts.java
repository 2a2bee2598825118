package org.risktriage.service.operation;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.service.rules.Shadow;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/**
 * What is counted. No label holds anything that a caller may choose: areas, packs and levels are those of the rules, codes
 * are this project's own. Safe for use by many threads.
 */
public final class Counts {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter decisions = Counter.builder()
            .name("risktriage_decisions_total")
            .help("Decisions, by area, level and rule pack")
            .labelNames("area", "level", "pack")
            .register(registry);
    private final Counter refusals = Counter.builder()
            .name("risktriage_refusals_total")
            .help("Refused requests, by the code of the problem")
            .labelNames("code")
            .register(registry);
    private final Histogram latency = Histogram.builder()
            .name("risktriage_request_seconds")
            .help("Time from a request to the end of its reply, by method and class of status")
            .labelNames("method", "status")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
            .register(registry);

    /**
     * Creates counts.
     *
     * @param rules the rules that are used
     * @param clock tells how old they are
     */
    public Counts(RulesInForce rules, Clock clock) {
        JvmMetrics.builder().register(registry);
        GaugeWithCallback.builder()
                .name("risktriage_pack_age_days")
                .help("Days since the newest version of each rule pack came into force")
                .labelNames("pack")
                .callback(age -> {
                    RiskTriage triage = rules.triage();
                    triage.rulePacks().stream()
                            .map(Decision.PackId::id)
                            .distinct()
                            .forEach(id -> age.call((double) daysInForce(triage, id, LocalDate.now(clock)), id));
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("risktriage_rules_generation")
                .help("How often the rule packs in use were exchanged since the start, and one")
                .callback(number -> number.call((double) rules.generation().number()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("risktriage_rules_refused")
                .help("1 while the rule packs that are there now are refused, and earlier ones are in use")
                .callback(refused -> refused.call(rules.refusal() == null ? 0 : 1))
                .register(registry);
        CounterWithCallback.builder()
                .name("risktriage_reloads_total")
                .help("How often rule packs that had changed were taken or refused")
                .labelNames("outcome")
                .callback(reloads -> {
                    reloads.call((double) rules.taken(), "taken");
                    reloads.call((double) rules.refused(), "refused");
                })
                .register(registry);
    }

    private static long daysInForce(RiskTriage triage, String id, LocalDate today) {
        return triage.versions(id).stream()
                .map(version -> version.inForceFrom())
                .filter(from -> !from.isAfter(today))
                .mapToLong(from -> ChronoUnit.DAYS.between(from, today))
                .min()
                .orElse(0);
    }

    /**
     * Counts what comes of a pack that is tried beside the others.
     *
     * @param shadow the pack
     */
    public void watch(Shadow shadow) {
        CounterWithCallback.builder()
                .name("risktriage_shadow_total")
                .help(
                        "What a pack that is tried beside the rules in force would have decided, against what was decided")
                .labelNames("pack", "outcome")
                .callback(tried -> {
                    for (Shadow.Outcome outcome : Shadow.Outcome.values()) {
                        tried.call((double) shadow.count(outcome), shadow.pack(), outcome.code());
                    }
                })
                .register(registry);
    }

    /**
     * The counts, for the page on which they are read.
     *
     * @return the registry
     */
    public PrometheusRegistry registry() {
        return registry;
    }

    /**
     * Counts a decision.
     *
     * @param decision the decision
     */
    public void decided(Decision decision) {
        Decision.PackId pack = decision.rules().pack();
        decisions
                .labelValues(
                        pack.id(),
                        decision.level().value() == null
                                ? "none"
                                : decision.level().value().toString(),
                        pack.id() + "@" + pack.version())
                .inc();
    }

    /**
     * Counts a refusal.
     *
     * @param kind the kind of problem
     */
    public void refused(ProblemKind kind) {
        refusals.labelValues(kind.code()).inc();
    }

    /** Counts the time of a request. */
    void took(String method, int status, double seconds) {
        latency.labelValues(METHODS.contains(method) ? method : "OTHER", status / 100 + "xx")
                .observe(seconds);
    }
}

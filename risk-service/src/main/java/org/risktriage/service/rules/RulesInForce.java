package org.risktriage.service.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SelfTest;
import org.risktriage.triage.WaitingPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: all packs of one moment, exchanged whole or not at all. Whoever answers a request takes them once, at its
 * beginning, and answers all of it by those. Safe for use by many threads.
 */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    /**
     * The packs of one moment.
     *
     * @param number how many there have been, from 1
     * @param triage applies them
     * @param cases how many worked cases they kept in this process
     */
    public record Generation(long number, RiskTriage triage, int cases) {}

    private final Supplier<RiskTriage> loading;
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile Generation current;
    private volatile @Nullable String refusal;

    /**
     * Takes the first rules. They keep their worked cases, or nothing is answered at all.
     *
     * @param first the rules to begin with
     * @param loading loads the packs as they are at a later moment, and refuses all of them if anything is wrong with one
     * @throws RulesFaultException if a worked case does not hold
     */
    public RulesInForce(RiskTriage first, Supplier<RiskTriage> loading) {
        this.loading = loading;
        // Also warms the engine up, so that the first callers do not wait.
        this.current = new Generation(1, first, kept(first));
        for (RefusedPack pack : first.refused()) {
            LOG.error("Rule pack {} is refused: {}", pack.pack(), String.join(" ", pack.faults()));
        }
    }

    private static int kept(RiskTriage triage) {
        for (WaitingPack pack : triage.waiting()) {
            LOG.info("Rule pack {} waits: it may be used from {}", pack.pack(), pack.from());
        }
        SelfTest selfTest = triage.selfTest();
        if (!selfTest.passed()) {
            throw new RulesFaultException(
                    "The rule packs do not keep their own worked cases: " + String.join("; ", selfTest.failures()));
        }
        return selfTest.cases();
    }

    /**
     * The rules, for one request.
     *
     * @return what applies them
     */
    public RiskTriage triage() {
        return current.triage();
    }

    /**
     * The rules, with what is known of them.
     *
     * @return the packs of this moment
     */
    public Generation generation() {
        return current;
    }

    /**
     * The pack that applies where no area is named, for replies that no pack decided.
     *
     * @return its id and version, as {@code id@version}
     */
    public String basePack() {
        PackId base = triage().baseRules();
        return base.id() + "@" + base.version();
    }

    /**
     * Loads the packs as they are now, has them keep their worked cases, and puts them in the place of the others. Where
     * anything is wrong, the others stay as they are. Where the files changed once more in the meantime, what was read of them may
     * be of two moments: nothing is said of it, for better or worse, and whoever asked looks again.
     *
     * @param settled whether the files are still as they were; asked after all has been read, and before anything is taken
     * @return whether they were taken
     */
    public synchronized boolean renew(BooleanSupplier settled) {
        try {
            RiskTriage next = loading.get();
            refuseChanged(current.triage().rulePacks(), next.rulePacks());
            Generation renewed = new Generation(current.number() + 1, next, kept(next));
            if (!settled.getAsBoolean()) {
                return false;
            }
            current = renewed;
            refusal = null;
            taken.increment();
            LOG.info("The rule packs have changed: generation {} is in use", current.number());
            return true;
        } catch (RulesFaultException e) {
            refuse(settled, String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // What a fault of this program quotes is not known. A file that nests too deep is no more than a bad file.
            refuse(settled, "The rule packs cannot be loaded: " + e.getClass().getSimpleName());
        }
        return false;
    }

    private void refuse(BooleanSupplier settled, String why) {
        if (!settled.getAsBoolean()) {
            return;
        }
        refusal = why;
        refused.increment();
        LOG.error("The rule packs have changed and are refused; generation {} stays in use: {}", current.number(), why);
    }

    /** A version that was in use is what decisions name: it may go, but it may not become another. */
    private static void refuseChanged(List<PackId> before, List<PackId> after) {
        Map<String, String> known = new HashMap<>();
        before.forEach(pack -> known.put(pack.id() + "@" + pack.version(), pack.sha256()));
        for (PackId pack : after) {
            String name = pack.id() + "@" + pack.version();
            String digest = known.get(name);
            if (digest != null && !digest.equals(pack.sha256())) {
                throw new RulesFaultException("The rule pack " + name
                        + " is refused: it is in use, and a version in use does not change. Give the change a version"
                        + " of its own.");
            }
        }
    }

    /**
     * Why the packs that are there now are not in use.
     *
     * @return everything that is wrong, or null if they are in use
     */
    public @Nullable String refusal() {
        return refusal;
    }

    /**
     * How often packs were exchanged.
     *
     * @return the number since the start
     */
    public long taken() {
        return taken.sum();
    }

    /**
     * How often packs that had changed were refused.
     *
     * @return the number since the start
     */
    public long refused() {
        return refused.sum();
    }
}

package org.risktriage.service.rulebook;

import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.http.ProblemReply;
import org.risktriage.service.pages.PageFile;
import org.risktriage.service.pages.PageServlet;
import org.risktriage.triage.RiskTriage;

/**
 * The rule book of the packs that run, at {@code /rules/}. A page is written when it is first asked for, and kept until other
 * rules or another day take over.
 */
public final class ServedBook {
    private final Supplier<RiskTriage> rules;
    private final Clock clock;
    private volatile @Nullable Edition edition;

    private ServedBook(Supplier<RiskTriage> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** The pages of one set of rules on one day, as far as they were asked for. */
    private record Edition(RiskTriage rules, LocalDate day, BookPages pages, Map<String, PageFile> made) {}

    /**
     * Puts the book in its place.
     *
     * @param rules the rules in force
     * @param clock tells the day, in the time zone of the rules
     * @param environment where to put it
     */
    public static void install(Supplier<RiskTriage> rules, Clock clock, Environment environment) {
        ServedBook book = new ServedBook(rules, clock);
        environment
                .servlets()
                .addServlet(
                        "rules",
                        new PageServlet(
                                PageServlet.STYLES_ONLY, book::page, new ProblemReply(environment.getObjectMapper())))
                .addMapping("/rules", "/rules/*");
    }

    private @Nullable PageFile page(String address) {
        if (address.isEmpty()) {
            return null;
        }
        String path = address.substring(1) + (address.endsWith("/") ? "index.html" : "");
        Edition now = edition();
        PageFile made = now.made().get(path);
        if (made == null) {
            made = now.pages().page(path);
            if (made != null) {
                now.made().put(path, made);
            }
        }
        return made;
    }

    private Edition edition() {
        RiskTriage inForce = rules.get();
        LocalDate day = LocalDate.now(clock);
        Edition now = edition;
        if (now == null || !isOf(now, inForce, day)) {
            synchronized (this) {
                now = edition;
                if (now == null || !isOf(now, inForce, day)) {
                    now = new Edition(
                            inForce, day, BookPages.served(RuleBook.of(inForce, day)), new ConcurrentHashMap<>());
                    edition = now;
                }
            }
        }
        return now;
    }

    private static boolean isOf(Edition edition, RiskTriage rules, LocalDate day) {
        return edition.rules() == rules && edition.day().equals(day);
    }
}

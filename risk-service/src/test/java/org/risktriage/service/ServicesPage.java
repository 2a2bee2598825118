package org.risktriage.service;

import java.time.LocalDate;
import java.util.List;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.ListedService;

/** Writes {@code docs/reference/services.md}: the services of every pack that lists some, and the rules that offer them. */
final class ServicesPage {
    private static final String CADENCE = "marac.cadence";
    private static final String BESIDE = "services";

    private final StringBuilder page = new StringBuilder();

    private ServicesPage() {}

    static String of(List<RulePack> packs, LocalDate day) {
        ServicesPage writing = new ServicesPage();
        writing.top();
        packs.forEach(writing::section);
        writing.cadences(packs, day);
        return writing.page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void top() {
        line("# The services and the rules that offer them");
        line("");
        line(
                "Made from the rule packs; a build fails where this page is behind them. [Reply](reply.md#services) says how");
        line(
                "services and gaps stand in a reply. Hours are those that clocks in Great Britain show. The letter after a source");
        line(
                "says how well it is known: A seen at the source, B a copy, K known from practice, I this project's own choice. No");
        line("service has confirmed its row yet: ring before relying on one.");
        line("");
    }

    private static List<ListedService> own(RulePack pack) {
        return pack.services().stream()
                .filter(service -> service.pack().id().equals(pack.id()))
                .toList();
    }

    private void section(RulePack pack) {
        if (own(pack).isEmpty()) {
            return;
        }
        line("## " + pack.title());
        line("");
        line("Pack `" + pack.id() + "` " + pack.version() + ".");
        line("");
        line("| service | phone | where | for whom | hours | status | source | to know |");
        line("|---|---|---|---|---|---|---|---|");
        own(pack).forEach(this::row);
        line("");
        line("| rule | says |");
        line("|---|---|");
        pack.rules().stream()
                .filter(rule -> rule.id()
                        .equals(pack.id() + "/" + BESIDE + "/"
                                + rule.id().substring(rule.id().lastIndexOf('/') + 1)))
                .forEach(rule ->
                        line("| `" + rule.id().substring(rule.id().indexOf('/') + 1) + "` | " + rule.says() + " |"));
        line("");
    }

    private void row(ListedService service) {
        line("| `" + service.id() + "`: " + service.name() + " | " + (service.phone() == null ? "-" : service.phone())
                + " | " + service.area() + " | " + service.eligibility() + " | " + service.allHours() + " | "
                + service.status() + " | `" + service.source() + "` " + service.confidence() + " | "
                + (service.note().isEmpty() ? "-" : service.note()) + " |");
    }

    private void cadences(List<RulePack> packs, LocalDate day) {
        line("## How often each MARAC meets");
        line("");
        line("Where an area is not named here, it is not known, and the reply says to ask the coordinator.");
        line("");
        line("| area | cadence | source | to know |");
        line("|---|---|---|---|");
        for (RulePack pack : packs) {
            pack.parameters().stream()
                    .filter(row -> row.key().equals(CADENCE) && row.appliesOn(day))
                    .filter(row ->
                            row.pack().id().equals(pack.id()) && !pack.kind().equals("base"))
                    .forEach(row -> line("| " + pack.title() + " | " + row.value() + " | `" + row.source() + "` "
                            + row.confidence() + " | " + (row.note().isEmpty() ? "-" : row.note()) + " |"));
        }
    }
}

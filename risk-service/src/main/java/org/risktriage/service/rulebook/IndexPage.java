package org.risktriage.service.rulebook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.risktriage.triage.RulePack;

/** The first page: every pack. */
final class IndexPage {
    private IndexPage() {}

    /** A pack in the list. */
    record Row(
            String title,
            String href,
            String version,
            String from,
            String to,
            String owner,
            String reviewBy,
            String status) {}

    /** Packs of one kind. */
    record Group(String id, String caption, List<Row> rows) {}

    static Map<String, Object> of(RuleBook book) {
        return Map.of(
                "groups",
                Stream.of(
                                group(book, "base", "Base rules"),
                                group(book, "area", "Areas"),
                                group(book, "instrument", "Rules of other instruments"))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private static Group group(RuleBook book, String kind, String caption) {
        return new Group(
                "packs-" + kind,
                caption,
                book.packs().stream()
                        .filter(pack -> BookText.kind(pack).equals(kind))
                        .map(pack -> row(book, pack))
                        .toList());
    }

    private static Row row(RuleBook book, RulePack pack) {
        return new Row(
                pack.title(),
                Link.to(pack).href(),
                pack.version(),
                BookText.day(pack.inForceFrom()),
                BookText.until(pack.inForceTo()),
                pack.owner(),
                BookText.day(pack.reviewBy()),
                BookText.status(pack, book.day()));
    }
}

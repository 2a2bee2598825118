package org.risktriage.service.benchmark;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.triage.Area;
import org.risktriage.triage.RiskTriage;

/**
 * Fills a ledger with made-up decisions, for {@code benchmarks/large-ledger.sh}: a real chain and the real tables, over five
 * years, in the areas of the bundled packs, of which some are larger than others. Content is there for the last twentieth, as
 * where it is kept for 90 days: an example of a request and its reply. One high in two has a review. No one is about a person, so that
 * there are no facts.
 */
public final class FillLedger {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 365 * 5;
    private static final int AGENCIES = 120;
    private static final int AT_ONCE = 50_000;
    private static final int CONTENTS = 200;
    private static final int SAMPLE = 5_000;
    private static final String ENTRY =
            "INSERT INTO entry (seq, kind, id, about, at, caller, agency, request, summary, content, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DECISION =
            "INSERT INTO decision (seq, area, assessed_on, level, refer, criteria, unknown, children, agency)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REVIEW =
            "INSERT INTO review (seq, area, assessed_on, outcome, referred_on, about) VALUES (?, ?, ?, ?, ?, ?)";

    private final Random random = new Random(7);
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator(random);
    private final List<String> areas =
            RiskTriage.bundled().areas().stream().map(Area::id).toList();
    private final List<Content> contents = new ArrayList<>();
    private final List<String> sample = new ArrayList<>();
    private Link last = Link.START;

    private FillLedger() {}

    /**
     * Fills one.
     *
     * @param arguments the file of SQLite, how many decisions, the file for the ids of some of them
     * @throws Exception if it cannot be filled
     */
    public static void main(String[] arguments) throws Exception {
        new FillLedger().fill(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    private void fill(Path file, int many, Path idsFile) throws IOException, SQLException {
        String url = "jdbc:sqlite:" + file;
        Database.open(new Database.Address(url, null, null)).close();
        String content = "{\"request\":" + Files.readString(Path.of("examples/control-room.json"))
                + ",\"history\":{},\"decision\":" + Files.readString(Path.of("examples/replies/control-room.json"))
                + "}";
        for (int i = 0; i < CONTENTS; i++) {
            contents.add(Content.of(content));
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // For filling alone: the service itself waits for the disk.
            statement.execute("PRAGMA synchronous=OFF");
            statement.execute("PRAGMA cache_size=-400000");
            connection.setAutoCommit(false);
            try (PreparedStatement entries = connection.prepareStatement(ENTRY);
                    PreparedStatement bodies =
                            connection.prepareStatement("INSERT INTO content (seq, body) VALUES (?, ?)");
                    PreparedStatement decisions = connection.prepareStatement(DECISION);
                    PreparedStatement reviews = connection.prepareStatement(REVIEW)) {
                for (int i = 0; i < many; i++) {
                    LocalDate day = FIRST.plusDays((long) i * DAYS / many);
                    decision(i >= many - many / 20, day, entries, bodies, decisions, reviews);
                    if (i % AT_ONCE == AT_ONCE - 1 || i == many - 1) {
                        for (PreparedStatement some : List.of(entries, bodies, decisions, reviews)) {
                            some.executeBatch();
                        }
                        statement.execute("UPDATE head SET seq = " + last.seq() + ", hash = '" + last.hash() + "'");
                        connection.commit();
                    }
                }
            }
        }
        Files.write(idsFile, sample);
    }

    private void decision(
            boolean whole,
            LocalDate day,
            PreparedStatement entries,
            PreparedStatement bodies,
            PreparedStatement decisions,
            PreparedStatement reviews)
            throws SQLException {
        // The first area of three random ones: some are larger than others.
        String area = areas.get(Math.min(random.nextInt(areas.size()), random.nextInt(areas.size())));
        String agency = "agency-" + random.nextInt(AGENCIES);
        int grade = random.nextInt(10);
        String level = grade < 2 ? "high" : grade < 5 ? "medium" : "standard";
        boolean high = grade < 2;
        String criteria = !high ? "" : random.nextInt(3) == 0 ? "repeat" : "visible-high-risk";
        int unknown = random.nextInt(8);
        int children = random.nextInt(3);
        Content content = contents.get(random.nextInt(CONTENTS));
        String id = ids.generate().toString();
        String summary = "{\"area\":\"" + area + "\",\"assessedOn\":\"" + day + "\",\"level\":\"" + level
                + "\",\"refer\":" + high
                + ",\"criteria\":[" + (high ? "\"" + criteria + "\"" : "") + "],\"yes\":" + random.nextInt(24)
                + ",\"unknown\":" + unknown + ",\"children\":" + children
                + ",\"packs\":[{\"id\":\"" + area + "\",\"version\":\"1.0.0\",\"sha256\":\"" + content.digest()
                + "\"}],\"engine\":\"0.1.0\"}";
        long at = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        Draft.Author author = new Draft.Author("system", agency, id);
        Entry entry = Entry.after(last, new Draft(Kind.DECISION, id, "", author, summary, content), at);
        insert(entries, entry);
        last = entry.link();
        if (whole) {
            bodies.setLong(1, entry.seq());
            bodies.setBytes(2, content.stored());
            bodies.addBatch();
            if (sample.size() < SAMPLE && random.nextInt(50) == 0) {
                sample.add(id);
            }
        }
        decisions.setLong(1, entry.seq());
        decisions.setString(2, area);
        decisions.setString(3, day.toString());
        decisions.setString(4, level);
        decisions.setInt(5, high ? 1 : 0);
        decisions.setString(6, high ? "," + criteria + "," : "");
        decisions.setInt(7, unknown);
        decisions.setInt(8, children);
        decisions.setString(9, agency);
        decisions.addBatch();
        if (high && random.nextBoolean()) {
            review(entry, area, day, entries, reviews);
        }
    }

    private void review(Entry about, String area, LocalDate day, PreparedStatement entries, PreparedStatement reviews)
            throws SQLException {
        LocalDate referred = day.plusDays(random.nextInt(6));
        String summary = "{\"area\":\"" + area + "\",\"assessedOn\":\"" + day
                + "\",\"outcome\":\"accept\",\"referredOn\":\"" + referred + "\"}";
        Entry entry = Entry.after(
                last,
                new Draft(Kind.REVIEW, ids.generate().toString(), about.id(), about.author(), summary, null),
                about.at());
        insert(entries, entry);
        last = entry.link();
        reviews.setLong(1, entry.seq());
        reviews.setString(2, area);
        reviews.setString(3, day.toString());
        reviews.setString(4, "accept");
        reviews.setString(5, referred.toString());
        reviews.setString(6, about.id());
        reviews.addBatch();
    }

    private static void insert(PreparedStatement entries, Entry entry) throws SQLException {
        entries.setLong(1, entry.seq());
        entries.setString(2, entry.kind());
        entries.setString(3, entry.id());
        entries.setString(4, entry.about());
        entries.setLong(5, entry.at());
        entries.setString(6, entry.author().caller());
        entries.setString(7, entry.author().agency());
        entries.setString(8, entry.author().request());
        entries.setString(9, entry.summary());
        entries.setString(10, entry.content());
        entries.setString(11, entry.hash());
        entries.addBatch();
    }
}

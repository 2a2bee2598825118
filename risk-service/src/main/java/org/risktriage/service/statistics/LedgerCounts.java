package org.risktriage.service.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.risktriage.service.ledger.Ledger;
import org.risktriage.service.ledger.store.LedgerUnavailableException;

/** Counts what the ledger holds of an area, month by month. Safe for use by many threads. */
final class LedgerCounts {
    private static final String DECISIONS =
            "SELECT substr(assessed_on, 1, 7), level, refer, criteria, agency, count(*),"
                    + " sum(CASE WHEN unknown > 0 THEN 1 ELSE 0 END), sum(unknown),"
                    + " sum(CASE WHEN children > 0 THEN 1 ELSE 0 END), sum(children)"
                    + " FROM decision WHERE area = ? AND assessed_on >= ? AND assessed_on < ?"
                    + " GROUP BY substr(assessed_on, 1, 7), level, refer, criteria, agency";
    private static final String REVIEWS = "SELECT min(assessed_on), max(CASE WHEN outcome = 'raise' THEN 1 ELSE 0 END),"
            + " min(CASE WHEN referred_on <> '' THEN referred_on END)"
            + " FROM review WHERE area = ? AND assessed_on >= ? AND assessed_on < ? GROUP BY about";

    private final Ledger ledger;
    private final Set<String> police;

    LedgerCounts(Ledger ledger) {
        this.ledger = ledger;
        this.police = Set.copyOf(ledger.settings().policeAgencies());
    }

    /**
     * What was counted.
     *
     * @param months counts of each month that has any
     * @param days how many days passed from assessments to referrals, of each month that has any
     */
    record Counted(Map<YearMonth, Counts> months, Map<YearMonth, List<Integer>> days) {}

    /** Counts the assessments of whole years. */
    Counted between(String area, int firstYear, int lastYear) {
        Map<YearMonth, Map<String, Integer>> sums = new TreeMap<>();
        Map<YearMonth, List<Integer>> days = new HashMap<>();
        try (Connection connection = ledger.database().reader()) {
            try (PreparedStatement select = asked(connection, DECISIONS, area, firstYear, lastYear);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    addDecisions(rows, sums);
                }
            }
            try (PreparedStatement select = asked(connection, REVIEWS, area, firstYear, lastYear);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    addReviewed(rows, sums, days);
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailableException(e);
        }
        Map<YearMonth, Counts> months = new TreeMap<>();
        sums.forEach((month, counts) -> months.put(month, new Counts(counts)));
        return new Counted(months, days);
    }

    private static PreparedStatement asked(Connection connection, String sql, String area, int firstYear, int lastYear)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.setString(1, area);
        select.setString(2, firstYear + "-01-01");
        select.setString(3, (lastYear + 1) + "-01-01");
        return select;
    }

    private void addDecisions(ResultSet rows, Map<YearMonth, Map<String, Integer>> sums) throws SQLException {
        Map<String, Integer> month = of(sums, YearMonth.parse(rows.getString(1)));
        String level = rows.getString(2).isEmpty() ? "level.none" : "level." + rows.getString(2);
        boolean referred = rows.getInt(3) == 1;
        int count = rows.getInt(6);
        add(month, Names.ASSESSMENTS, count);
        add(month, level, count);
        add(month, Names.WITH_UNKNOWN, rows.getInt(7));
        add(month, Names.UNKNOWN, rows.getInt(8));
        add(month, Names.WITH_CHILDREN, rows.getInt(9));
        add(month, Names.CHILDREN, rows.getInt(10));
        boolean high = level.equals(Names.HIGH);
        if (high && !referred) {
            add(month, Names.HIGH_NOT_REFERRED, count);
        }
        if (referred) {
            if (!high) {
                add(month, Names.REFERRED_NOT_HIGH, count);
            }
            add(month, Names.REFERRALS, count);
            add(month, police.contains(rows.getString(5)) ? Names.POLICE : Names.NOT_POLICE, count);
            for (String criterion : rows.getString(4).split(",", -1)) {
                if (!criterion.isEmpty()) {
                    add(month, Names.CRITERION + criterion, count);
                }
            }
        }
    }

    private static void addReviewed(
            ResultSet rows, Map<YearMonth, Map<String, Integer>> sums, Map<YearMonth, List<Integer>> days)
            throws SQLException {
        LocalDate assessed = LocalDate.parse(rows.getString(1));
        YearMonth month = YearMonth.from(assessed);
        if (rows.getInt(2) == 1) {
            add(of(sums, month), Names.RAISED, 1);
        }
        String referredOn = rows.getString(3);
        if (referredOn != null) {
            add(of(sums, month), Names.REFERRED, 1);
            days.computeIfAbsent(month, any -> new ArrayList<>())
                    .add((int) ChronoUnit.DAYS.between(assessed, LocalDate.parse(referredOn)));
        }
    }

    private static Map<String, Integer> of(Map<YearMonth, Map<String, Integer>> sums, YearMonth month) {
        return sums.computeIfAbsent(month, any -> new TreeMap<>());
    }

    private static void add(Map<String, Integer> counts, String name, int count) {
        counts.merge(name, count, Integer::sum);
    }
}

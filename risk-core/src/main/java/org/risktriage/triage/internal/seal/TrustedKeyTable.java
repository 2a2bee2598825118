package org.risktriage.triage.internal.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.Table;

/** The table of trusted keys. */
public final class TrustedKeyTable {
    private static final String NAME = "the trusted keys";
    private static final List<String> COLUMNS = List.of("id", "holder", "role", "key", "from", "to", "revoked");
    private static final String WORD = "[a-z0-9][a-z0-9-]{0,79}";

    private TrustedKeyTable() {}

    /**
     * Reads it.
     *
     * @param text the table
     * @return its keys
     * @throws RulesFaultException with everything that is wrong
     */
    public static List<TrustedKey> read(String text) {
        PackFaults faults = new PackFaults();
        List<TrustedKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, SigningRole> keyRoles = new HashMap<>();
        Map<String, SigningRole> holderRoles = new HashMap<>();
        for (Table.Row row : Table.read(NAME, text, COLUMNS, faults)) {
            String place = "row " + row.number();
            TrustedKey key = key(row, place, faults);
            if (key != null) {
                if (!ids.add(key.id())) {
                    faults.add(NAME, place + ", column id", "Two keys have one id.");
                }
                if (keyRoles.put(key.key(), key.role()) != null) {
                    faults.add(NAME, place + ", column key", "The same key stands in another row.");
                }
                SigningRole other = holderRoles.putIfAbsent(key.holder(), key.role());
                if (other != null && other != key.role()) {
                    faults.add(NAME, place + ", column holder", "Nobody may be both author and approver.");
                }
                keys.add(key);
            }
        }
        if (keys.isEmpty() && faults.found().isEmpty()) {
            faults.add(NAME, "", "There is no key, so no pack could be believed.");
        }
        if (!faults.found().isEmpty()) {
            throw new RulesFaultException(String.join("\n", faults.found()));
        }
        return List.copyOf(keys);
    }

    private static @Nullable TrustedKey key(Table.Row row, String place, PackFaults faults) {
        int before = faults.found().size();
        for (String column : List.of("id", "holder")) {
            if (!row.get(column).matches(WORD)) {
                faults.add(
                        NAME, place + ", column " + column, "Up to 80 small letters, digits and hyphens are needed.");
            }
        }
        SigningRole role = SigningRole.of(row.get("role"));
        if (role == null) {
            faults.add(NAME, place + ", column role", "Allowed here: author, approver.");
        }
        if (!Ed25519.isPublicKey(row.get("key"))) {
            faults.add(NAME, place + ", column key", "A public key of Ed25519 is needed, as X.509 in Base64.");
        }
        Instant from = moment(row, "from", place, faults);
        Instant to = moment(row, "to", place, faults);
        Instant revoked = row.get("revoked").isEmpty() ? null : moment(row, "revoked", place, faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(NAME, place + ", column to", "A key cannot end before it begins.");
        }
        return faults.found().size() > before || role == null || from == null || to == null
                ? null
                : new TrustedKey(row.get("id"), row.get("holder"), role, row.get("key"), from, to, revoked);
    }

    private static @Nullable Instant moment(Table.Row row, String column, String place, PackFaults faults) {
        try {
            return Instant.parse(row.get(column));
        } catch (DateTimeException e) {
            faults.add(NAME, place + ", column " + column, "A moment is needed, as in 2026-11-21T09:00:00Z.");
            return null;
        }
    }

    /**
     * Writes it.
     *
     * @param keys the keys
     * @return the table
     */
    public static String write(List<TrustedKey> keys) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (TrustedKey key : keys) {
            text.append(String.join(
                            ",",
                            key.id(),
                            key.holder(),
                            key.role().code(),
                            key.key(),
                            key.from().toString(),
                            key.to().toString(),
                            key.revoked() == null ? "" : key.revoked().toString()))
                    .append('\n');
        }
        return text.toString();
    }
}

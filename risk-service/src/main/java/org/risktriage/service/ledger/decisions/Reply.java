package org.risktriage.service.ledger.decisions;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The reply to an assessment where decisions are recorded.
 *
 * @param json the body
 * @param recorded the id under which it can be fetched; null if it is not recorded
 * @param pack the rules, as {@code id@version}
 */
public record Reply(String json, @Nullable String recorded, String pack) {
    /**
     * The body in bytes.
     *
     * @return the body in UTF-8
     */
    public byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Reply[values withheld]";
    }
}

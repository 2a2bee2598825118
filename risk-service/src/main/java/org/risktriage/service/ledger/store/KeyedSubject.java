package org.risktriage.service.ledger.store;

/**
 * Whom a decision is about: the caller's reference under a key that is not in the database.
 *
 * @param key the id of the key
 * @param value 64 hexadecimal digits
 */
public record KeyedSubject(String key, String value) {
    @Override
    public String toString() {
        return "KeyedSubject[values withheld]";
    }
}

package org.risktriage.service.ledger.store;

/**
 * Whom a decision is about: the caller's reference under a key that is not in the database.
 *
 * @param key the id of the key
 * @param value 64 hexadecimal digits
 */
public record KeyedSubject(String key, String value) {
    /**
     * Makes sure that this is how people are known.
     *
     * @param used the id of the key under which they are; empty where nobody is known yet
     * @throws StaleKeyException if that is another key
     */
    public void requireKnownUnder(String used) throws StaleKeyException {
        if (!used.isEmpty() && !used.equals(key)) {
            throw new StaleKeyException();
        }
    }

    @Override
    public String toString() {
        return "KeyedSubject[values withheld]";
    }
}

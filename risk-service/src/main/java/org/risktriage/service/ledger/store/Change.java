package org.risktriage.service.ledger.store;

import java.sql.SQLException;

/**
 * Something that is written to the ledger. Several are written in one transaction. One that fails leaves nothing behind and
 * fails alone: the others are then applied once more, so that applying one twice has to come to the same as once.
 *
 * @param <T> what comes of it
 */
public interface Change<T> {
    /**
     * Writes it.
     *
     * @param appender puts records on the chain
     * @return what comes of it
     * @throws SQLException if the database fails
     * @throws StaleKeyException if the key of subjects was changed
     */
    T apply(Appender appender) throws SQLException, StaleKeyException;
}

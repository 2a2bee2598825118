package org.risktriage.service.ledger.chain;

/**
 * A place on the chain and its hash. Written down elsewhere it is an anchor: what stands before it cannot be changed or cut
 * off unnoticed.
 *
 * @param seq the place
 * @param hash 64 hexadecimal digits
 */
public record Link(long seq, String hash) {
    /** Before the first record. */
    public static final Link START = new Link(0, Entry.BEFORE_THE_FIRST);
}

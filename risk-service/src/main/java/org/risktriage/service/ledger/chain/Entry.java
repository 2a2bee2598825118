package org.risktriage.service.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A record on the chain.
 *
 * @param seq its place: 1, 2, 3 and so on, without a gap
 * @param kind what it is of, as {@link Kind#code()}
 * @param id its own id
 * @param about the id of the decision that it is about; empty if about none
 * @param at when it was put on the chain, in milliseconds since 1970
 * @param author who caused it
 * @param summary what is kept for ever, in JSON
 * @param content the digest of what can be erased; empty if there is nothing
 * @param hash the digest of all of this and of the hash before
 */
public record Entry(
        long seq,
        String kind,
        String id,
        String about,
        long at,
        Draft.Author author,
        String summary,
        String content,
        String hash) {

    /** The hash before the first. */
    public static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final byte[] FORM = "risk-triage-ledger/1".getBytes(StandardCharsets.UTF_8);

    /**
     * Puts a draft on the end of a chain.
     *
     * @param draft the draft
     * @param last the place and hash of the last record
     * @param at now, in milliseconds since 1970
     * @return the record
     */
    public static Entry after(Link last, Draft draft, long at) {
        String content = draft.content() == null ? "" : draft.content().digest();
        Entry open = new Entry(
                last.seq() + 1,
                draft.kind().code(),
                draft.id(),
                draft.about(),
                at,
                draft.author(),
                draft.summary(),
                content,
                "");
        return new Entry(
                open.seq, open.kind, open.id, open.about, at, open.author, open.summary, content, open.hashAfter(last));
    }

    /**
     * The hash that this record has to have.
     *
     * @param last the place and hash of the record before
     * @return 64 hexadecimal digits
     */
    public String hashAfter(Link last) {
        MessageDigest digest = Sha256.fresh();
        digest.update(FORM);
        digest.update(last.hash().getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(16).putLong(seq).putLong(at).array());
        for (String field :
                new String[] {kind, id, about, author.caller(), author.agency(), author.request(), summary, content}) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(Sha256.length(bytes.length));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The place and hash of this record.
     *
     * @return the link
     */
    public Link link() {
        return new Link(seq, hash);
    }

    @Override
    public String toString() {
        return "Entry[" + seq + ", " + kind + ", values withheld]";
    }
}

package org.risktriage.service.callers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a key file. Holds the digest of the secret, never the secret.
 *
 * @param id names the key; the first part of what the caller sends
 * @param agency the agency that answers for the caller
 * @param caller the system that uses the key
 * @param roles what it is let in for
 * @param sha256 digest of the secret, in hexadecimal
 * @param made when the key was made
 * @param expires when it stops being accepted
 * @param revoked when it was revoked; null while it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
        String id,
        String agency,
        String caller,
        Set<Role> roles,
        String sha256,
        Instant made,
        Instant expires,
        @Nullable Instant revoked) {

    /**
     * The same key, revoked.
     *
     * @param when from when on
     * @return the key
     */
    public ApiKey revokedAt(Instant when) {
        return new ApiKey(id, agency, caller, roles, sha256, made, expires, revoked == null ? when : revoked);
    }

    /**
     * The same key, accepted no longer than until a moment.
     *
     * @param last the moment
     * @return the key
     */
    public ApiKey endingBy(Instant last) {
        return new ApiKey(id, agency, caller, roles, sha256, made, last.isBefore(expires) ? last : expires, revoked);
    }

    /**
     * How the key stands at a moment.
     *
     * @param now the moment
     * @return {@code revoked}, {@code expired} or {@code active}
     */
    public String status(Instant now) {
        return revoked != null ? "revoked" : now.isBefore(expires) ? "active" : "expired";
    }
}

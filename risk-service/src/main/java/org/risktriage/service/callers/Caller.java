package org.risktriage.service.callers;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;

/**
 * A program that was let in. Names a system, never a person who uses it.
 *
 * @param id names the system: the id of its key, or the subject of its token
 * @param agency the agency that answers for it
 * @param roles what it is let in for
 */
public record Caller(String id, String agency, Set<Role> roles) implements Principal {
    /** Everybody on this machine, in a demo that asks for no credentials. */
    public static final Caller DEMO = new Caller("demo", "demo", Set.of(Role.values()));

    /**
     * Creates a caller.
     *
     * @param id names the system
     * @param agency the agency that answers for it
     * @param roles what it is let in for
     */
    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return agency + "/" + id;
    }

    /**
     * Whether the caller holds a role.
     *
     * @param code the name of the role
     * @return true if it does
     */
    public boolean holds(String code) {
        return roles.stream().anyMatch(role -> role.code().equals(code));
    }

    /**
     * Who sent the request that is being answered.
     *
     * @param context the request's security context
     * @return the caller
     * @throws IllegalStateException if nobody was let in, which no resource with a role can meet
     */
    public static Caller of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody was let in.");
    }
}

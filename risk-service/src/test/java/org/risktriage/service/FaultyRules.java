package org.risktriage.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.risktriage.triage.RulesFaultException;

/** Stands beside the real resources of the running service and fails as rules could, with a submitted value in its words. */
@PermitAll
@Path("/v1/test-faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public final class FaultyRules {
    private static final String WORDS = "no such rule for " + Caller.SENTINEL;

    /** A decision that cannot be written down to its end. */
    public static final class HalfDecision {
        @JsonProperty
        public String level() {
            return "standard";
        }

        @JsonProperty
        public int score() {
            return Integer.parseInt(Caller.SENTINEL);
        }
    }

    /**
     * Fails.
     *
     * @param fault how
     * @return never a decision
     */
    @POST
    public Object decide(@PathParam("fault") String fault) {
        return switch (fault) {
            case "rules-fault" ->
                throw new RulesFaultException(
                        "The rules of the base pack cannot be evaluated.", new IllegalStateException(WORDS));
            case "state" -> throw new IllegalStateException(WORDS, new IOException(WORDS));
            case "null" -> throw new NullPointerException(WORDS);
            case "io" -> throw new UncheckedIOException(WORDS, new IOException(WORDS));
            case "server-error" -> throw new InternalServerErrorException(WORDS);
            case "stack-overflow" -> endless(0);
            case "out-of-memory" -> throw new OutOfMemoryError(WORDS);
            case "assertion" -> throw new AssertionError(WORDS);
            case "linkage" -> throw new NoClassDefFoundError(WORDS);
            case "half-written" -> new HalfDecision();
            default -> throw new IllegalArgumentException(WORDS);
        };
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Object endless(long depth) {
        return endless(depth + 1);
    }
}

package org.risktriage.service.resources;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Describes the interface, for programs. */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final byte[] description;

    /**
     * Creates the resource.
     *
     * @throws IOException if the jar is broken
     */
    public OpenApiResource() throws IOException {
        try (InputStream in = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
            this.description = Objects.requireNonNull(in, "openapi.json").readAllBytes();
        }
    }

    /**
     * The description.
     *
     * @return a document in OpenAPI 3.1
     */
    @GET
    @PermitAll
    public byte[] description() {
        return description;
    }
}

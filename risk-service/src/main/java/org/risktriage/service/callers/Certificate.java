package org.risktriage.service.callers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/**
 * A client certificate that lets a caller in, over a connector that asks for one.
 *
 * @param sha256 digest of the certificate, 64 hexadecimal digits in lower case
 * @param agency the agency that answers for the caller
 * @param caller the system that holds the certificate
 * @param roles what it is let in for
 */
public record Certificate(
        @Pattern(regexp = "[0-9a-f]{64}", message = "has to be 64 hexadecimal digits in lower case")
        String sha256,

        @NotBlank String agency,
        @NotBlank String caller,
        @NotEmpty Set<Role> roles) {}

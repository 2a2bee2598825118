package org.risktriage.service.conformance;

import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.risktriage.triage.RiskTriage;

/** Run by the build: writes the conformance kit of the rule packs on the class path. */
public final class WriteKit {
    private WriteKit() {}

    /**
     * Writes the kit.
     *
     * @param arguments the time that files in the zip bear, and then every place for the zip
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        BootstrapLogging.bootstrap();
        LocalDateTime time = OffsetDateTime.parse(arguments[0])
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
        byte[] zip = KitZip.write(KitOfPacks.make(RiskTriage.bundled()).contents(), time);
        for (String place : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path file = Path.of(place);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, zip);
        }
    }
}

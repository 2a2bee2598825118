package org.risktriage.service.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.function.Consumer;
import org.risktriage.service.ledger.chain.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the end of the chain to a file from time to time, for somebody to keep where those who run the database cannot
 * reach it. A line is {@code {"at":"...","seq":1000,"hash":"..."}}. Called by one thread.
 */
final class AnchorFile implements Consumer<Link> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger LOG = LoggerFactory.getLogger(AnchorFile.class);

    private final Path file;
    private final int every;
    private final Clock clock;
    private long next;

    AnchorFile(Path file, int every, Clock clock) {
        this.file = file;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public void accept(Link end) {
        // The first after a start always, so that little is left out when a service starts often. An empty chain has no
        // end.
        if (end.seq() >= next && end.seq() > 0) {
            next = end.seq() + every;
            try {
                Files.writeString(file, line(end, clock) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                LOG.error("An anchor of the ledger cannot be written");
            }
        }
    }

    /** The anchor that was written down in a line. */
    static Link link(String line) throws IOException {
        JsonNode anchor = JSON.readTree(line);
        Link link = new Link(anchor.path("seq").asLong(-1), anchor.path("hash").asText());
        if (link.seq() < 0 || !link.hash().matches("[0-9a-f]{64}")) {
            throw new IOException("A line is no anchor.");
        }
        return link;
    }

    /** An anchor, as it is written down. */
    static String line(Link end, Clock clock) {
        return "{\"at\":\"" + clock.instant() + "\",\"seq\":" + end.seq() + ",\"hash\":\"" + end.hash() + "\"}";
    }
}

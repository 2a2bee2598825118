package org.risktriage.service.callers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets callers in by API keys. */
final class ApiKeys {
    private final WatchedFile<Map<String, ApiKey>> keys;
    private final Clock clock;

    ApiKeys(Path file, Clock clock) throws IOException {
        this.keys = new WatchedFile<>(file, "the file of API keys", ApiKeys::byId);
        this.clock = clock;
    }

    private static Map<String, ApiKey> byId(Path file) throws IOException {
        List<ApiKey> keys = KeyFile.read(file);
        return keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::id, Function.identity()));
    }

    Caller letIn(String sent) throws NotLetInException {
        Secret secret = Secret.read(sent);
        ApiKey key = secret == null ? null : keys.content().get(secret.id());
        if (secret == null || key == null || !secret.matches(key)) {
            throw new NotLetInException("unknown-key", NotLetInException.NOT_ACCEPTED);
        }
        Instant now = clock.instant();
        switch (key.status(now)) {
            case "revoked" -> throw new NotLetInException("revoked-key", "This key was revoked.");
            case "expired" -> throw new NotLetInException("expired-key", "This key has expired.");
            default -> {
                return new Caller(key.caller(), key.agency(), key.roles());
            }
        }
    }
}

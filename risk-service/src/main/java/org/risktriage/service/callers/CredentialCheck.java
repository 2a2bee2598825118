package org.risktriage.service.callers;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Looks at the credentials of a configuration before anybody is let in by them. */
public final class CredentialCheck {
    private CredentialCheck() {}

    /**
     * What is wrong with the files of keys, whatever they are for.
     *
     * @param settings who is let in
     * @return what is wrong, in whole sentences without any value; empty if nothing is
     */
    public static List<String> faults(CallersSettings settings) {
        List<String> faults = new ArrayList<>();
        if (settings.apiKeys() != null) {
            read(faults, "callers.apiKeys", () -> KeyFile.read(Path.of(settings.apiKeys())));
        }
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < settings.issuers().size(); i++) {
            Issuer issuer = settings.issuers().get(i);
            String place = "callers.issuers[" + i + "]";
            if ((issuer.keysFile() == null) == (issuer.keys() == null)) {
                faults.add(place + ": give either keysFile or keys.");
            } else {
                read(faults, place, () -> keysOf(issuer));
            }
            if (!names.add(String.valueOf(issuer.issuer()))) {
                faults.add(place + ": this issuer stands twice.");
            }
        }
        return faults;
    }

    /**
     * Whether any of the credentials is known to everybody, because it stands in the documentation.
     *
     * @param settings who is let in
     * @return true if one is
     */
    public static boolean holdsDemoSecrets(CallersSettings settings) {
        try {
            if (settings.apiKeys() != null
                    && KeyFile.read(Path.of(settings.apiKeys())).stream().anyMatch(DemoSecrets::isOne)) {
                return true;
            }
            for (Issuer issuer : settings.issuers()) {
                if (keysOf(issuer).getKeys().stream().anyMatch(DemoSecrets::isOne)) {
                    return true;
                }
            }
        } catch (IOException | RuntimeException e) {
            // What cannot be read is a fault of its own.
            return false;
        }
        return false;
    }

    private static JWKSet keysOf(Issuer issuer) throws IOException {
        return issuer.keysFile() == null
                ? IssuerKeys.inline(Objects.requireNonNullElse(issuer.keys(), List.of()))
                : IssuerKeys.file(Path.of(issuer.keysFile()));
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void read(List<String> faults, String place, Reading reading) {
        try {
            reading.read();
        } catch (java.nio.file.NoSuchFileException e) {
            faults.add(place + ": there is no such file.");
        } catch (java.nio.file.FileSystemException e) {
            faults.add(place + ": the file cannot be read.");
        } catch (IOException | RuntimeException e) {
            faults.add(place + ": " + (e instanceof IOException ? e.getMessage() : "The keys cannot be read."));
        }
    }
}

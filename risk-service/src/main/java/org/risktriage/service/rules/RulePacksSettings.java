package org.risktriage.service.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.settings.Purpose;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;

/**
 * Where rule packs come from, beside those in the jar, and which of them to believe.
 *
 * @param folders folders that hold rule packs: sealed ones as files, others as {@code <id>/<version>/}; none unless set
 * @param skipRefused whether the service starts without a pack with which something is wrong; off unless set: then it does
 *     not start, and says everything that is wrong
 * @param sealed whether packs have to be sealed; unless set, they have to be in a production
 * @param trustedKeys the file with the keys that are trusted
 * @param released the file with the list of releases; null where any version that is sealed may be used
 * @param look how often to look whether a folder has changed; every 5 seconds unless set
 * @param shadow a folder with one pack that is tried beside the others, and decides nothing; null for none
 */
public record RulePacksSettings(
        List<@NotNull String> folders,
        boolean skipRefused,
        @Nullable Seals sealed,
        @Nullable String trustedKeys,
        @Nullable String released,

        @MinDuration(value = 1, unit = TimeUnit.SECONDS) @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration look,

        @Nullable String shadow) {

    /** The packs in the jar alone. */
    public static final RulePacksSettings BUNDLED = of(null, null, null, null, null, null, null);

    /**
     * Creates settings; null for what is usual.
     *
     * @param folders folders that hold rule packs
     * @param skipRefused whether to start without a pack with which something is wrong
     * @param sealed whether packs have to be sealed
     * @param trustedKeys the file with the keys that are trusted
     * @param released the file with the list of releases
     * @param look how often to look whether a folder has changed
     * @param shadow a folder with one pack that is tried beside the others
     * @return the settings
     */
    @JsonCreator
    public static RulePacksSettings of(
            @JsonProperty("folders") @Nullable List<String> folders,
            @JsonProperty("skipRefused") @Nullable Boolean skipRefused,
            @JsonProperty("sealed") @Nullable Seals sealed,
            @JsonProperty("trustedKeys") @Nullable String trustedKeys,
            @JsonProperty("released") @Nullable String released,
            @JsonProperty("look") @Nullable Duration look,
            @JsonProperty("shadow") @Nullable String shadow) {
        return new RulePacksSettings(
                folders == null ? List.of() : List.copyOf(folders),
                skipRefused != null && skipRefused,
                sealed,
                trustedKeys,
                released,
                look == null ? Duration.seconds(5) : look,
                shadow);
    }

    /**
     * The same settings with a pack to try.
     *
     * @param folder its folder
     * @return a copy with that
     */
    public RulePacksSettings withShadow(String folder) {
        return new RulePacksSettings(folders, skipRefused, sealed, trustedKeys, released, look, folder);
    }

    /**
     * What is wrong with the settings.
     *
     * @param purpose what the installation is for
     * @return one line for each fault; empty if nothing is wrong
     */
    public List<String> faults(Purpose purpose) {
        List<String> faults = new ArrayList<>();
        if (purpose == Purpose.PRODUCTION && sealed == Seals.NOT_REQUIRED) {
            faults.add("rulePacks.sealed: a production uses sealed packs only. Leave it out, or say required.");
        }
        if (hasFiles() && seals(purpose)) {
            if (trustedKeys == null) {
                faults.add("rulePacks.trustedKeys: name the file with the keys by which sealed packs are believed.");
            } else {
                try {
                    policy();
                } catch (RulesFaultException e) {
                    faults.add("rulePacks: " + e.getMessage());
                }
            }
        }
        return faults;
    }

    private boolean hasFiles() {
        return shadow != null || !folders.isEmpty();
    }

    private boolean seals(Purpose purpose) {
        return purpose == Purpose.PRODUCTION || sealed == Seals.REQUIRED;
    }

    private SealPolicy policy() {
        SealPolicy policy = SealPolicy.trusting(text(Objects.requireNonNull(trustedKeys), "trustedKeys"));
        return released == null ? policy : policy.onlyReleased(text(released, "released"));
    }

    private static String text(String file, String setting) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new RulesFaultException("The file that " + setting + " names cannot be read.", e);
        }
    }

    /**
     * Loads the packs as the service starts.
     *
     * @param purpose what the installation is for
     * @param today the day on which that is; null where the first usable day of sealed packs is not asked for
     * @return the rules
     * @throws RulesFaultException if a folder cannot be read; or if anything is wrong with a pack and the settings do not say
     *     to start without it
     */
    public RiskTriage load(Purpose purpose, @Nullable LocalDate today) {
        if (!seals(purpose) || !hasFiles()) {
            return skipRefused ? RiskTriage.withoutRefused(paths()) : RiskTriage.from(paths());
        }
        SealPolicy policy = today == null ? policy() : policy().on(today);
        return skipRefused ? RiskTriage.sealedWithoutRefused(policy, paths()) : RiskTriage.sealed(policy, paths());
    }

    /**
     * Loads the packs while the service runs.
     *
     * @param purpose what the installation is for
     * @param today the day on which that is
     * @return the rules
     * @throws RulesFaultException if a folder cannot be read, or anything is wrong with a pack
     */
    public RiskTriage loadWhole(Purpose purpose, LocalDate today) {
        return new RulePacksSettings(folders, false, sealed, trustedKeys, released, look, shadow).load(purpose, today);
    }

    /**
     * Loads the packs, and the one that is tried beside them; that one before its first usable day too, as it decides nothing.
     *
     * @param purpose what the installation is for
     * @return the rules
     * @throws RulesFaultException as for {@link #loadWhole}
     */
    RiskTriage loadWithShadow(Purpose purpose) {
        List<String> all = new ArrayList<>(folders);
        all.add(Objects.requireNonNull(shadow));
        return new RulePacksSettings(all, false, sealed, trustedKeys, null, look, null).load(purpose, null);
    }

    private Path[] paths() {
        return folders.stream().map(Path::of).toArray(Path[]::new);
    }

    /**
     * What to look at for changes.
     *
     * @return the folders, and the files that say which packs to believe; empty where packs come from the jar alone
     */
    public List<Path> watched() {
        return folders.isEmpty()
                ? List.of()
                : Stream.concat(
                                folders.stream(),
                                Stream.of(trustedKeys, released).filter(Objects::nonNull))
                        .map(Path::of)
                        .toList();
    }
}

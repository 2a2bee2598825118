package org.risktriage.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.risktriage.triage.RiskTriage;

/** Where rule packs come from, beside those in the jar. */
public final class RulePacksSettings {
    @NotNull
    private List<@NotNull String> folders = List.of();

    private boolean skipRefused;

    /**
     * Folders that hold rule packs, each pack as {@code <id>/<version>/}. None unless set.
     *
     * @return the folders
     */
    @JsonProperty
    public List<String> getFolders() {
        return folders;
    }

    /**
     * Sets the folders that hold rule packs.
     *
     * @param paths the folders
     */
    @JsonProperty
    public void setFolders(List<String> paths) {
        this.folders = List.copyOf(paths);
    }

    /**
     * Whether the service starts without a pack with which something is wrong. Off unless set: then it does not start,
     * and says everything that is wrong.
     *
     * @return true to start without it; health then says which pack was refused
     */
    @JsonProperty
    public boolean isSkipRefused() {
        return skipRefused;
    }

    /**
     * Sets whether the service starts without a pack with which something is wrong.
     *
     * @param on true to start without it
     */
    @JsonProperty
    public void setSkipRefused(boolean on) {
        this.skipRefused = on;
    }

    /**
     * Loads the packs.
     *
     * @return the rules
     * @throws org.risktriage.triage.RulesFaultException if a folder cannot be read; or if anything is wrong with a pack and
     *     the settings do not say to start without it
     */
    RiskTriage load() {
        Path[] paths = folders.stream().map(Path::of).toArray(Path[]::new);
        return skipRefused ? RiskTriage.withoutRefused(paths) : RiskTriage.from(paths);
    }
}

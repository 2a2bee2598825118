package org.risktriage.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The service's own settings, beside those of Dropwizard. */
public final class RiskTriageConfiguration extends Configuration {
    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
    @MaxDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES)
    private DataSize bodyLimit = DataSize.kibibytes(64);

    private boolean rehearsal;

    @Valid
    @NotNull
    private RulePacksSettings rulePacks = new RulePacksSettings();

    /**
     * The largest body of a request; a larger one is answered with 413. 64 KiB unless set, from 1 KiB to 1 MiB.
     *
     * @return the limit
     */
    @JsonProperty
    public DataSize getBodyLimit() {
        return bodyLimit;
    }

    /**
     * Sets the largest body of a request.
     *
     * @param limit the limit
     */
    @JsonProperty
    public void setBodyLimit(DataSize limit) {
        this.bodyLimit = limit;
    }

    /**
     * Whether assessments dated after today are answered, to try rules that are not yet in force. Off unless set: in
     * daily use such a date is a slip, and would apply the wrong rules.
     *
     * @return true to answer them
     */
    @JsonProperty
    public boolean isRehearsal() {
        return rehearsal;
    }

    /**
     * Sets whether assessments dated after today are answered.
     *
     * @param on true to answer them
     */
    @JsonProperty
    public void setRehearsal(boolean on) {
        this.rehearsal = on;
    }

    /**
     * Where rule packs come from, beside those in the jar.
     *
     * @return the settings
     */
    @JsonProperty
    public RulePacksSettings getRulePacks() {
        return rulePacks;
    }

    /**
     * Sets where rule packs come from.
     *
     * @param settings the settings
     */
    @JsonProperty
    public void setRulePacks(RulePacksSettings settings) {
        this.rulePacks = settings;
    }
}

package org.risktriage.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;
import org.risktriage.service.callers.CallersSettings;
import org.risktriage.service.ledger.LedgerSettings;
import org.risktriage.service.limits.LimitsSettings;
import org.risktriage.service.rules.RulePacksSettings;
import org.risktriage.service.settings.Purpose;
import org.risktriage.service.settings.SafeToRun;

/** The service's own settings, beside those of Dropwizard. */
@SafeToRun
public final class RiskTriageConfiguration extends Configuration {
    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
    @MaxDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES)
    private DataSize bodyLimit = DataSize.kibibytes(64);

    private boolean rehearsal;

    @Valid
    @NotNull
    private RulePacksSettings rulePacks = RulePacksSettings.BUNDLED;

    @NotNull
    private Purpose purpose = Purpose.PRODUCTION;

    @Valid
    @NotNull
    private CallersSettings callers = CallersSettings.NOBODY;

    @Valid
    @NotNull
    private LimitsSettings limits = LimitsSettings.USUAL;

    @NotNull
    @MaxDuration(value = 1, unit = TimeUnit.MINUTES)
    private Duration leave = Duration.seconds(0);

    @Valid
    @NotNull
    private LedgerSettings ledger = LedgerSettings.OFF;

    private boolean behindProxy;

    private boolean adminOnNetwork;

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

    /**
     * What the installation is for. Production unless set, which is the stricter.
     *
     * @return the purpose
     */
    @JsonProperty
    public Purpose getPurpose() {
        return purpose;
    }

    /**
     * Sets what the installation is for.
     *
     * @param value the purpose
     */
    @JsonProperty
    public void setPurpose(Purpose value) {
        this.purpose = value;
    }

    /**
     * Who is let in. Nobody unless set.
     *
     * @return the settings
     */
    @JsonProperty
    public CallersSettings getCallers() {
        return callers;
    }

    /**
     * Sets who is let in.
     *
     * @param value the settings
     */
    @JsonProperty
    public void setCallers(CallersSettings value) {
        this.callers = value;
    }

    /**
     * Whether a reverse proxy ends TLS before the service, so that it may listen to other machines without. Off unless set.
     *
     * @return true if there is one
     */
    @JsonProperty
    public boolean isBehindProxy() {
        return behindProxy;
    }

    /**
     * Sets whether there is a reverse proxy.
     *
     * @param on true if there is one
     */
    @JsonProperty
    public void setBehindProxy(boolean on) {
        this.behindProxy = on;
    }

    /**
     * Whether other machines may reach the admin port, in a network of the operators alone. Off unless set.
     *
     * @return true if they may
     */
    @JsonProperty
    public boolean isAdminOnNetwork() {
        return adminOnNetwork;
    }

    /**
     * Sets whether other machines may reach the admin port.
     *
     * @param on true if they may
     */
    @JsonProperty
    public void setAdminOnNetwork(boolean on) {
        this.adminOnNetwork = on;
    }

    /**
     * How much may be asked, and how fast.
     *
     * @return the limits
     */
    @JsonProperty
    public LimitsSettings getLimits() {
        return limits;
    }

    /**
     * Sets how much may be asked, and how fast.
     *
     * @param value the limits
     */
    @JsonProperty
    public void setLimits(LimitsSettings value) {
        this.limits = value;
    }

    /**
     * How long the service goes on after it was told to stop and says that it is not ready, so that nobody sends more. None
     * unless set, at most a minute.
     *
     * @return the time
     */
    @JsonProperty
    public Duration getLeave() {
        return leave;
    }

    /**
     * Sets how long the service goes on after it was told to stop.
     *
     * @param value the time
     */
    @JsonProperty
    public void setLeave(Duration value) {
        this.leave = value;
    }

    /**
     * Whether decisions are recorded, and how. They are not unless set.
     *
     * @return the settings
     */
    @JsonProperty
    public LedgerSettings getLedger() {
        return ledger;
    }

    /**
     * Sets whether decisions are recorded, and how.
     *
     * @param value the settings
     */
    @JsonProperty
    public void setLedger(LedgerSettings value) {
        this.ledger = value;
    }
}

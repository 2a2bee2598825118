package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting of the service is in the documentation. */
class SettingsTest {
    private static Stream<String> names(String before, Class<?> type) {
        Stream<String> own = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .map(Method::getName)
                .filter(name -> name.startsWith("get") || name.startsWith("is"))
                .map(name -> name.replaceFirst("get|is", ""))
                .map(name -> before + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        return Stream.concat(
                own,
                Stream.of(type.isRecord() ? type.getRecordComponents() : new RecordComponent[0])
                        .map(component -> before + component.getName()));
    }

    @Test
    void every_setting_is_documented() throws IOException {
        Set<String> settings = new TreeSet<>();
        names("", RiskTriageConfiguration.class).forEach(settings::add);
        settings.removeAll(Set.of("callers", "limits", "ledger", "rulePacks"));
        names("callers.", org.risktriage.service.callers.CallersSettings.class).forEach(settings::add);
        settings.remove("callers.tokens");
        names("callers.tokens.", org.risktriage.service.callers.TokenSettings.class)
                .forEach(settings::add);
        names("ledger.", org.risktriage.service.ledger.LedgerSettings.class).forEach(settings::add);
        names("rulePacks.", org.risktriage.service.rules.RulePacksSettings.class)
                .forEach(settings::add);
        names("limits.", org.risktriage.service.limits.LimitsSettings.class).forEach(settings::add);
        assertThat(settings).hasSizeGreaterThan(20);
        String page = Files.readString(Path.of("..", "docs", "reference", "settings.md"));
        assertThat(settings).allSatisfy(setting -> assertThat(page).contains("| `" + setting + "` |"));
    }
}

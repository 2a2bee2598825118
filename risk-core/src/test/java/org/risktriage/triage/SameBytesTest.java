package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.reference.RandomAssessments;

/** Equal input gives equal output: in any order of entries, on any number of threads, in any locale and time zone. */
class SameBytesTest {
    private static final int COUNT = 2_000;
    private static final List<Map<String, @Nullable Object>> REQUESTS = requests();
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final List<Decision> DECISIONS =
            REQUESTS.stream().map(SameBytesTest::decide).toList();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void twice_gives_the_same() {
        assertThat(dumps(REQUESTS.stream().map(SameBytesTest::decide).toList())).isEqualTo(dumps(DECISIONS));
    }

    @Test
    void equal_decisions_are_equal() {
        assertThat(REQUESTS.stream().map(SameBytesTest::decide).toList()).isEqualTo(DECISIONS);
    }

    @Test
    void another_instance_gives_the_same() {
        RiskTriage another = RiskTriage.bundled();

        assertThat(dumps(REQUESTS.stream()
                        .map(request -> another.assess(another.read(request)))
                        .toList()))
                .isEqualTo(dumps(DECISIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "incidents", "maracs", "perpetrators", "children", "previous"})
    void the_order_in_which_entries_are_given_does_not_matter(String name) {
        Random random = new Random(20_261_121);
        List<Decision> shuffled = REQUESTS.stream()
                .map(request -> decide(shuffled(request, name, random)))
                .toList();

        assertThat(dumps(shuffled)).isEqualTo(dumps(DECISIONS));
    }

    @Test
    void the_order_in_which_fields_are_given_does_not_matter() {
        Random random = new Random(20_261_122);
        List<Decision> shuffled = REQUESTS.stream()
                .map(request -> decide(shuffledFields(request, random)))
                .toList();

        assertThat(dumps(shuffled)).isEqualTo(dumps(DECISIONS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void threads_do_not_matter(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Decision>> work = new ArrayList<>();
            REQUESTS.forEach(request -> work.add(() -> decide(request)));
            List<Decision> decisions = new ArrayList<>();
            for (Future<Decision> future : pool.invokeAll(work)) {
                decisions.add(future.get());
            }

            assertThat(dumps(decisions)).isEqualTo(dumps(DECISIONS));
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "tr-TR, Pacific/Chatham",
        "en-GB, UTC",
        "th-TH-u-nu-thai, America/St_Johns",
        "ar-EG-u-nu-arab, Asia/Kathmandu",
        "fa-IR, Africa/Monrovia",
        "de-DE, Europe/London",
    })
    void neither_locale_nor_time_zone_matters(String language, String place) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        RiskTriage here = RiskTriage.bundled();

        assertThat(dumps(REQUESTS.stream()
                        .map(request -> here.assess(here.read(request)))
                        .toList()))
                .isEqualTo(dumps(DECISIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "en-GB", "th-TH-u-nu-thai"})
    void problems_are_said_in_the_same_words_in_every_locale(String language) {
        Map<String, Object> invalid = Map.of("assessedOn", "2023-01-01", "answers", Map.of("q25", "YES"), "victim", 7);
        String before = refusal(invalid);
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(refusal(invalid)).isEqualTo(before);
    }

    @Test
    void a_pack_is_described_in_the_same_words_in_every_locale() {
        Decision.PackId pack = TRIAGE.rulePacks().get(0);
        String before = dump(TRIAGE.rulePack(pack.id(), pack.version()));
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));

        RiskTriage here = RiskTriage.bundled();
        assertThat(dump(here.rulePack(pack.id(), pack.version()))).isEqualTo(before);
    }

    private static String refusal(Object tree) {
        try {
            TRIAGE.read(tree);
            return "";
        } catch (InvalidAssessmentException e) {
            return e.getMessage() + " " + e.problems();
        }
    }

    private static List<Map<String, @Nullable Object>> requests() {
        RandomAssessments random = new RandomAssessments(8_000_000L);
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            requests.add(random.next());
        }
        return requests;
    }

    private static Decision decide(Map<?, ?> request) {
        return TRIAGE.assess(TRIAGE.read(request));
    }

    private static Map<?, ?> shuffled(Map<String, @Nullable Object> request, String name, Random random) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(request);
        Object value = copy.get(name);
        if (value instanceof List<?> list) {
            List<Object> entries = new ArrayList<>(list);
            Collections.shuffle(entries, random);
            copy.put(name, entries);
        } else if (value instanceof Map<?, ?> fields) {
            copy.put(name, shuffledFields(fields, random));
        }
        return copy;
    }

    private static Map<Object, @Nullable Object> shuffledFields(Map<?, ?> fields, Random random) {
        List<Object> names = new ArrayList<>(fields.keySet());
        Collections.shuffle(names, random);
        Map<Object, @Nullable Object> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, fields.get(name)));
        return shuffled;
    }

    private static String dumps(List<Decision> decisions) {
        StringBuilder dump = new StringBuilder();
        decisions.forEach(decision -> dump(decision, dump).append('\n'));
        return dump.toString();
    }

    private static String dump(Record data) {
        return dump(data, new StringBuilder()).toString();
    }

    /** Every value of every record within, in full: what a serialiser would see. */
    private static StringBuilder dump(@Nullable Object value, StringBuilder dump) {
        if (value instanceof Record data) {
            dump.append(data.getClass().getSimpleName()).append('(');
            for (RecordComponent component : data.getClass().getRecordComponents()) {
                try {
                    dump.append(component.getName()).append('=');
                    dump(component.getAccessor().invoke(data), dump).append(' ');
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            return dump.append(')');
        }
        if (value instanceof List<?> list) {
            dump.append('[');
            list.forEach(entry -> dump(entry, dump).append(' '));
            return dump.append(']');
        }
        if (value instanceof Map<?, ?> map) {
            dump.append('{');
            map.forEach(
                    (key, entry) -> dump(entry, dump.append(key).append(':')).append(' '));
            return dump.append('}');
        }
        return dump.append(value);
    }
}

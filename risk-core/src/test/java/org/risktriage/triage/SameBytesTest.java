package org.risktriage.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.proof.Dump;
import org.risktriage.proof.Sample;

/** Equal input gives equal output: in any order of entries, on any number of threads, in any locale, time zone and Java. */
class SameBytesTest {
    private static final int JAVA_MINUTES = 5;
    private static final List<Map<String, @Nullable Object>> REQUESTS = Sample.requests();
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final List<String> EXPECTED =
            REQUESTS.stream().map(request -> Dump.of(decide(request))).toList();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void equal_assessments_give_equal_decisions() {
        assertThat(REQUESTS.stream().map(SameBytesTest::decide).toList())
                .isEqualTo(REQUESTS.stream().map(SameBytesTest::decide).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "incidents", "maracs", "perpetrators", "children", "previous"})
    void the_order_in_which_entries_are_given_does_not_matter(String name) {
        Random random = new Random(20_261_121);
        List<Map<?, ?>> shuffled = new ArrayList<>();
        REQUESTS.forEach(request -> shuffled.add(shuffled(request, name, random)));

        theSameCame(i -> decide(shuffled.get(i)));
    }

    @Test
    void the_order_in_which_fields_are_given_does_not_matter() {
        Random random = new Random(20_261_122);
        List<Map<?, ?>> shuffled = new ArrayList<>();
        REQUESTS.forEach(request -> shuffled.add(shuffledFields(request, random)));

        theSameCame(i -> decide(shuffled.get(i)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void threads_do_not_matter(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Decision>> work = new ArrayList<>();
            REQUESTS.forEach(request -> work.add(() -> decide(request)));
            List<Future<Decision>> decisions = pool.invokeAll(work);
            for (int i = 0; i < EXPECTED.size(); i++) {
                assertThat(Dump.of(decisions.get(i).get())).isEqualTo(EXPECTED.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("places")
    void neither_locale_nor_time_zone_matters(String language, String place) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        RiskTriage here = RiskTriage.bundled();

        theSameCame(i -> here.assess(here.read(REQUESTS.get(i))));
    }

    /** A Turkish i, digits that are not Latin, and plain English; a zone of odd minutes, one behind and one with summer time. */
    static Stream<Arguments> places() {
        return Stream.of("tr-TR", "ar-EG-u-nu-arab", "en-GB")
                .flatMap(language -> Stream.of("Pacific/Chatham", "America/St_Johns", "Europe/London")
                        .map(place -> Arguments.of(language, place)));
    }

    @ParameterizedTest(name = "Java {0}")
    @ValueSource(ints = {17, 25})
    void neither_does_the_java_that_runs_it(int version) throws Exception {
        Optional<Path> java = installed(version);
        assumeThat(java)
                .as("Java " + version + " beside the one that runs this")
                .isPresent();
        Process process = new ProcessBuilder(
                        java.orElseThrow().resolve("bin/java").toString(),
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Sample.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String digest = new String(process.getInputStream().readAllBytes(), UTF_8).strip();

        assertThat(process.waitFor(JAVA_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(digest).isEqualTo(Sample.digest(EXPECTED));
    }

    /** A Java of some version, in the folder in which the one that runs this stands. */
    private static Optional<Path> installed(int version) throws IOException {
        try (Stream<Path> beside = Files.list(Path.of(System.getProperty("java.home"), ".."))) {
            return beside.sorted()
                    .filter(home -> isVersion(home.resolve("release"), version))
                    .findFirst();
        }
    }

    private static boolean isVersion(Path release, int version) {
        try {
            return Files.isRegularFile(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + version + ".");
        } catch (IOException e) {
            return false;
        }
    }

    /** Decides on each assessment again, on all cores, and compares in full. */
    private static void theSameCame(IntFunction<Decision> again) {
        IntStream.range(0, EXPECTED.size())
                .parallel()
                .forEach(i -> assertThat(Dump.of(again.apply(i))).isEqualTo(EXPECTED.get(i)));
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
        String before = Dump.of(TRIAGE.rulePack(pack.id(), pack.version()));
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));

        RiskTriage here = RiskTriage.bundled();
        assertThat(Dump.of(here.rulePack(pack.id(), pack.version()))).isEqualTo(before);
    }

    private static String refusal(Object tree) {
        try {
            TRIAGE.read(tree);
            return "";
        } catch (InvalidAssessmentException e) {
            return e.getMessage() + " " + e.problems();
        }
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
}

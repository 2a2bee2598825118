package org.risktriage.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.pack.Yaml;

/** A whole request with edits that the fuzzer chooses: so most of what it tries reaches the rules. */
final class EditedRequest {
    private static final int MOST_EDITS = 12;
    private static final int DEEPEST = 2_000;
    private static final int MOST_COPIES = 250;

    private static final String WHOLE = """
            instrument: safelives-dash
            assessedOn: 2026-11-21
            answers:
              q1: yes
              q2: {answer: yes, source: victim}
              q15: no
              q18: {answer: yes, source: observer, details: [children]}
              q23: dont-know
            judgement: {highRisk: true, rationale: ZEBRA+7781}
            requestedLevel: medium
            incidents:
              - {on: 2026-03-01, kind: police-callout, crime: false, direction: same, perpetrator: A, ref: ZEBRA+7781}
              - {kind: ae-attendance}
            maracs: [{referredOn: 2026-01-10, heardOn: 2026-01-21, area: ZEBRA+7781, perpetrator: A}]
            previous: [{assessedOn: 2026-08-02, level: high, yes: 15}]
            victim: {age: 34, pregnant: false, careAndSupportNeeds: false}
            perpetrators: [{ref: A, age: 36, serial: true, relationship: ZEBRA+7781}]
            children: [{age: 3, livesWith: victim}]
            circumstances:
              {worsening: true, honourBasedAbuse: false, forcedMarriage: false, sexualViolence: true,
              lastSexualAssaultOn: 2026-11-20, homicideBelief: false, managerSignOff: true, consentToReferral: true,
              victimAware: true, perpetratorPresent: false, seenAlone: true, residence: ZEBRA+7781,
              needsAccommodation: false}
            references: {case: ZEBRA+7781, subject: ZEBRA+7781, agency: ZEBRA+7781}
            """;

    private static final @Nullable Object TREE = Yaml.read(WHOLE, new ArrayList<>());

    private static final List<String> WORDS = List.of(
            "yes",
            "no",
            "dont-know",
            "declined",
            "not-asked",
            "victim",
            "observer",
            "professional",
            "standard",
            "medium",
            "high",
            "A",
            "B",
            "children",
            "same",
            "reversed",
            "unclear",
            "other",
            "contact",
            "death",
            "police-callout",
            "ae-attendance",
            "england-wales",
            "safelives-dash",
            "",
            " ",
            "\u0000",
            "\uD800",
            "2026-11-21",
            "2026-11-22",
            "2024-02-29",
            "2026-02-29",
            "0000-00-00",
            "9999-12-31",
            "2199-12-31",
            "1900-01-01",
            "+999999999-12-31",
            "\u0662\u0660\u0662\u0666-11-21",
            "true",
            "null",
            "1e400");

    private static final List<String> NAMES = List.of(
            "q1",
            "q2",
            "q3",
            "q4",
            "q5",
            "q6",
            "q7",
            "q8",
            "q9",
            "q10",
            "q11",
            "q12",
            "q13",
            "q14",
            "q15",
            "q16",
            "q17",
            "q18",
            "q19",
            "q20",
            "q21",
            "q22",
            "q23",
            "q24",
            "q25",
            "Q1",
            "area",
            "instrument",
            "answers",
            "answer",
            "details",
            "on",
            "kind",
            "age",
            "ref",
            "",
            " ",
            "~1",
            "/",
            "\u0000",
            "\uD800",
            Sentinel.VALUE);

    private EditedRequest() {}

    static @Nullable Object of(FuzzedDataProvider data) {
        List<@Nullable Object> root = new ArrayList<>();
        root.add(copy(TREE));
        int edits = data.consumeInt(0, MOST_EDITS);
        for (int i = 0; i < edits; i++) {
            edit(root, data);
        }
        return root.isEmpty() ? null : root.get(0);
    }

    private static @Nullable Object copy(@Nullable Object part) {
        if (part instanceof List<?> list) {
            List<@Nullable Object> entries = new ArrayList<>();
            list.forEach(entry -> entries.add(copy(entry)));
            return entries;
        }
        if (part instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((name, value) -> entries.put(name, copy(value)));
            return entries;
        }
        return part;
    }

    @SuppressWarnings("unchecked")
    private static void edit(Object container, FuzzedDataProvider data) {
        if (container instanceof List<?> list) {
            editList((List<@Nullable Object>) list, data);
        } else if (container instanceof Map<?, ?> map) {
            editMap((Map<@Nullable Object, @Nullable Object>) map, data);
        }
    }

    private static boolean goesDeeper(@Nullable Object child, FuzzedDataProvider data) {
        return (child instanceof List<?> || child instanceof Map<?, ?>) && data.consumeInt(0, 3) > 0;
    }

    private static void editList(List<@Nullable Object> list, FuzzedDataProvider data) {
        if (list.isEmpty()) {
            list.add(value(data));
            return;
        }
        int at = data.consumeInt(0, list.size() - 1);
        Object child = list.get(at);
        if (child != null && goesDeeper(child, data)) {
            edit(child, data);
            return;
        }
        switch (data.consumeInt(0, 3)) {
            case 0 -> list.remove(at);
            case 1 -> list.set(at, value(data));
            case 2 -> list.add(value(data));
            default -> list.addAll(Collections.nCopies(data.consumeInt(1, MOST_COPIES), child));
        }
    }

    private static void editMap(Map<@Nullable Object, @Nullable Object> map, FuzzedDataProvider data) {
        if (map.isEmpty()) {
            map.put(name(data), value(data));
            return;
        }
        Object key = new ArrayList<>(map.keySet()).get(data.consumeInt(0, map.size() - 1));
        Object child = map.get(key);
        if (child != null && goesDeeper(child, data)) {
            edit(child, data);
            return;
        }
        switch (data.consumeInt(0, 4)) {
            case 0 -> map.remove(key);
            case 1 -> map.put(key, value(data));
            case 2 -> map.put(name(data), value(data));
            case 3 -> map.put(name(data), map.remove(key));
            default -> {
                int copies = data.consumeInt(1, MOST_COPIES);
                for (int i = 0; i < copies; i++) {
                    map.put(key + "-" + i, child);
                }
            }
        }
    }

    private static @Nullable Object name(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 9)) {
            case 0 -> null;
            case 1 -> data.consumeInt();
            case 2 -> data.consumeString(50) + Sentinel.VALUE;
            case 3 -> new ArrayList<>(List.of(Sentinel.VALUE));
            default -> data.pickValue(NAMES);
        };
    }

    private static @Nullable Object value(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 15)) {
            case 0 -> null;
            case 1 -> data.consumeBoolean();
            case 2 -> data.consumeInt();
            case 3 -> data.consumeInt(-1, 140);
            case 4 -> data.consumeLong();
            case 5 -> data.consumeDouble();
            case 6 -> BigInteger.TEN.pow(data.consumeInt(0, 400));
            case 7 -> new BigDecimal("1e" + data.consumeInt(-999_999_999, 999_999_999));
            case 8 -> day(data);
            case 9 -> data.consumeString(40) + Sentinel.VALUE;
            case 10 -> Sentinel.VALUE.repeat(data.consumeInt(1, 500));
            case 11 ->
                new LinkedHashMap<@Nullable Object, @Nullable Object>(Collections.singletonMap(name(data), null));
            case 12 -> new ArrayList<>(List.of(Sentinel.VALUE));
            case 13 -> deep(data.consumeInt(1, DEEPEST), data);
            default -> data.pickValue(WORDS);
        };
    }

    private static String day(FuzzedDataProvider data) {
        return "%04d-%02d-%02d".formatted(data.consumeInt(1890, 2210), data.consumeInt(0, 13), data.consumeInt(0, 32));
    }

    private static Object deep(int levels, FuzzedDataProvider data) {
        boolean maps = data.consumeBoolean();
        Object inner = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            inner = maps ? new LinkedHashMap<>(Map.of(data.pickValue(NAMES), inner)) : new ArrayList<>(List.of(inner));
        }
        return inner;
    }
}

package org.risktriage.service.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.Problem;

/** What tells who somebody is is found in every way of writing it, and ordinary texts are left alone. Every number is made up. */
class NamelessTextsTest {
    private static List<Problem> of(String text) {
        return NamelessTexts.check(Map.of("judgement", Map.of("highRisk", true, "rationale", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She moved to ZZ99 3CZ last week|an NHS number",
                "lives at LE1 9ZZ|a postcode",
                "lives at le19zz.|a postcode",
                "SW1A  1ZZ|a postcode",
                "m1 1zz|a postcode",
                "LE１ ９ZZ|a postcode",
                "LE1\u00a09ZZ|a postcode",
                "ring 07700 900123|a phone number",
                "ring 07700900123 after six|a phone number",
                "ring +44 7700 900123|a phone number",
                "ring +44 (0)7700 900123|a phone number",
                "ring 0044 7700 900123|a phone number",
                "(0116) 496 0123|a phone number",
                "0116-496-0123|a phone number",
                "０７７００ ９００１２３|a phone number",
                "077\u200b00900123|a phone number",
                "write to a.person@example.org please|an e-mail address",
                "A+B@example.co.uk|an e-mail address",
                "NHS 999 000 0018|an NHS number",
                "9990000018|an NHS number",
                "999-000-0018|an NHS number",
                "her NI is QQ 12 34 56 C|a National Insurance number",
                "AB123456C|a National Insurance number",
                "ab 12 34 56 c|a National Insurance number"
            })
    void what_tells_who_somebody_is_is_found(String text, String words) {
        // Two of the lines are made of letters that no real postcode or NI number begins with.
        if (text.contains("ZZ99") || text.contains("QQ")) {
            assertThat(of(text)).isEmpty();
            return;
        }
        assertThat(of(text))
                .containsExactly(new Problem(
                        "/judgement/rationale",
                        "looks-like-an-identifier",
                        "This looks like " + words + ". No text may say who or where somebody is: leave it out."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Escalating since 2026-03-01; two call-outs within 10 days.",
                "15 of 24 answers are yes, 3 incidents in 12 months, threats at 23:15.",
                "He said that he would be @ the school; 50% of the time he is.",
                "ZEBRA-7781",
                "case 2026/0012345",
                "URN 12345678",
                "9990000019",
                "1234567890123456",
                "q15 q18 Q1 A1 E3",
                "Section 47, s.76, CPR 3.4(2)(b)",
                "M1 motorway, B12 bus, flat 4b",
                "DASH24 MARAC2026",
                "aged 34, 36 and 3"
            })
    void an_ordinary_text_is_left_alone(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    void opaque_references_of_common_forms_are_left_alone() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            assertThat(of(id.toString())).as(id.toString()).isEmpty();
        }
    }

    @Test
    void every_free_text_is_looked_through_and_named_by_its_own_pointer() {
        String text = "07700 900123";
        assertThat(NamelessTexts.check(Map.of(
                        "judgement", Map.of("rationale", text),
                        "incidents", List.of(Map.of(), Map.of("perpetrator", text, "ref", text)),
                        "maracs", List.of(Map.of("area", text, "perpetrator", text)),
                        "perpetrators", List.of(Map.of("ref", text, "relationship", text)),
                        "circumstances", Map.of("residence", text),
                        "references", Map.of("case", text, "subject", text, "agency", text))))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/judgement/rationale",
                        "/incidents/1/perpetrator",
                        "/incidents/1/ref",
                        "/maracs/0/area",
                        "/maracs/0/perpetrator",
                        "/perpetrators/0/ref",
                        "/perpetrators/0/relationship",
                        "/circumstances/residence",
                        "/references/case",
                        "/references/subject",
                        "/references/agency");
    }

    @Test
    void what_is_no_assessment_is_none_of_its_business() {
        assertThat(NamelessTexts.check(null)).isEmpty();
        assertThat(NamelessTexts.check(List.of("07700 900123"))).isEmpty();
        assertThat(NamelessTexts.check(Map.of("judgement", "07700 900123", "incidents", List.of("07700 900123"))))
                .isEmpty();
    }
}

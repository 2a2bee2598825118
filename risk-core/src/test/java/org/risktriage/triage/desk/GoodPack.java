package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A small area pack with which nothing is wrong, as files of a folder. */
final class GoodPack {
    static final String FOLDER = "northvale/1.0.0/";

    private static final String MANIFEST = """
            id: northvale
            version: 1.0.0
            kind: area
            extends:
              id: england-wales
            title: Northvale
            owner: Northvale MARAC, chair
            inForce:
              from: 2025-01-01
            usable:
              from: 2025-01-01
            reviewBy: 2027-01-01
            rules: 1
            sources:
              - id: northvale-protocol
                title: Northvale MARAC, operating protocol of 2025
                confidence: A
            changes:
              - 1.0.0, the first version.
            """;
    private static final String TABLE = """
            key,value,from,to,source,confidence,note,allowed
            visible-high-risk.line,12,2025-01-01,,northvale-protocol,A,Lower than the base.,
            idva-contact.working-days,1,2025-01-01,,northvale-protocol,A,,
            """;
    private static final String RULES = """
            // A prompt of the area's own.
            rule "contact"
                @says( "Question 8 is answered with yes: ask when." )
                @source( "northvale-protocol" )
                @confidence( "A" )
            when
                Checklist( q8 == "yes" )
            then
                findings.prompt( "northvale-contact", "important" );
            end
            """;
    private static final String CASES = """
            given:
              area: northvale
              assessedOn: 2025-03-03
              incidents: []
              maracs: []
            cases:
              - name: 11 yes answers are one short
                given: {answers: {q1..q11: yes, rest: no}}
                expect: {level: medium, refer: false}
              - name: 12 yes answers reach it
                given: {answers: {q1..q12: yes, rest: no}}
                expect: {level: high, refer: true, actions: {idva-contact: 2025-03-04}, fires: [contact/contact]}
              - name: without question 8 nothing is asked
                given: {answers: {rest: no}}
                expect: {noPrompts: [northvale-contact], silent: [contact/contact]}
            """;

    private GoodPack() {}

    static Map<String, String> files() {
        return new TreeMap<>(Map.of(
                "pack.yaml", MANIFEST, "parameters.csv", TABLE, "rules/contact.drl", RULES, "cases/line.yaml", CASES));
    }

    /** Writes the pack below a folder. */
    static Path write(Path root) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = root.resolve(FOLDER).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root.resolve(FOLDER);
    }
}

package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.ContentInMemory;
import org.risktriage.triage.internal.pack.PackReader;

/** A small rule pack made up by a test; compiled and loaded as a real one is. */
final class MadeUpPack {
    static final String FOLDER = "rulepacks/made-up/1.0.0/";

    private static final String MANIFEST = """
            id: made-up
            version: 1.0.0
            kind: base
            title: Made-up rules
            owner: nobody
            inForce: {from: 2026-01-01}
            usable: {from: 2026-01-01}
            reviewBy: 2027-01-01
            instrument: {id: safelives-dash, edition: 24-item}
            calendar: england-and-wales
            criteria: [visible-high-risk]
            rules: %d
            chosen: "{version} on {date}"
            notice: Made up.
            sources:
              - {id: made-up-source, title: A made-up source, confidence: I}
            changes: [The first version.]
            """;
    private static final String PARAMETERS = """
            key,value,from,to,source,confidence,note,allowed
            line,14,2026-01-01,,made-up-source,I,,1..24
            next-questions.danger-to-life,q15,2026-01-01,,made-up-source,I,,questions
            child.age-below,18,2026-01-01,,made-up-source,I,,1..99
            repeat.anchor,referral,2026-01-01,,made-up-source,I,,referral meeting
            repeat.marac,any,2026-01-01,,made-up-source,I,,any here
            """;

    private final Map<String, String> files;

    private MadeUpPack(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** A pack of these rules, each as {@link #rule} writes it. */
    static MadeUpPack of(String... rules) {
        return new MadeUpPack(Map.of(
                FOLDER + "pack.yaml",
                MANIFEST.formatted(rules.length),
                FOLDER + "parameters.csv",
                PARAMETERS,
                FOLDER + "rules/topic.drl",
                String.join("\n", rules)));
    }

    static String rule(String name, String when, String then) {
        return """
            rule "%s"
                @says( "Made up." )
                @source( "made-up-source" )
                @confidence( "I" )
            when
                %s
            then
                %s
            end
            """.formatted(name, when, then);
    }

    /** The same pack with some words of one file replaced. */
    MadeUpPack with(String file, String words, String others) {
        String text = files.get(FOLDER + file);
        if (text == null || !text.contains(words)) {
            throw new IllegalArgumentException(file + " does not say " + words);
        }
        MadeUpPack copy = new MadeUpPack(files);
        copy.files.put(FOLDER + file, text.replace(words, others));
        return copy;
    }

    /** The same pack with one more file. */
    MadeUpPack withFile(String file, String text) {
        MadeUpPack copy = new MadeUpPack(files);
        copy.files.put(FOLDER + file, text);
        return copy;
    }

    Content content() {
        return ContentInMemory.of(files);
    }

    Map<String, byte[]> compile() {
        return CompileBundledPacks.compile(PackReader.read(List.of(content())));
    }

    LoadedPack load() {
        return load(compile());
    }

    LoadedPack load(Map<String, byte[]> compiled) {
        return PackShelf.of(List.of(content()), ContentInMemory.loader(compiled))
                .orRefuse()
                .latest(null);
    }
}

package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * The reference of words is made from the packs and from the vocabulary with its Javadoc; {@code -Dexamples.update=true}
 * writes it anew.
 */
class RuleWordsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/rule-words.md");
    private static final Path SOURCES = Path.of("../risk-rules/src/main/java/org/risktriage/rules");
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?[\\w.<>]+ (\\w+)\\(([^)]*)\\)", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("(.*?\\.)(?=\\s|$).*", Pattern.DOTALL);

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void the_page_has_every_parameter_verb_and_field() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Words of rules

                Every parameter, every verb and every field that a rule may use. This page is made from the packs and the code.
                [Rule language](rule-language.md) says how they are put together, and [messages](rule-messages.md) what each
                code of `rules check` means.
                """);
        parameters(page);
        verbs(page);
        fields(page);
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static void parameters(StringBuilder page) {
        List<WrittenPack> packs = new ArrayList<>();
        Map<String, WrittenPack> latest = new TreeMap<>();
        // Of each pack the version that is in force last.
        PackReader.read(List.of(Content.bundled()))
                .all()
                .forEach(pack -> latest.put(pack.identity().id(), pack));
        packs.addAll(latest.values());
        Map<String, Set<String>> readers = readers(packs);
        page.append("\n## Parameters\n\nThe value is the one that the pack gives last.\n");
        for (WrittenPack pack : packs) {
            Map<String, Parameter> brought = new LinkedHashMap<>();
            for (Parameter row : pack.parameters().own()) {
                if (row.instead() == null) {
                    brought.put(row.key(), row);
                }
            }
            if (brought.isEmpty()) {
                continue;
            }
            page.append("\n### ")
                    .append(pack.identity().id())
                    .append(
                            "\n\n| key | value | may be | what it is | read by | another value in |\n|---|---|---|---|---|---|\n");
            brought.forEach((key, row) -> page.append("| `")
                    .append(key)
                    .append("` | ")
                    .append(row.value())
                    .append(" | ")
                    .append(row.allowed())
                    .append(" | ")
                    .append(cell(row.note()))
                    .append(" | ")
                    .append(String.join(", ", readers.getOrDefault(key, Set.of("the engine"))))
                    .append(" | ")
                    .append(String.join(", ", others(packs, pack, row)))
                    .append(" |\n"));
        }
    }

    private static Map<String, Set<String>> readers(List<WrittenPack> packs) {
        Map<String, Set<String>> readers = new TreeMap<>();
        for (WrittenPack pack : packs) {
            for (CheckedRule rule : CompileBundledPacks.check(pack, new PackFaults())) {
                rule.reads()
                        .forEach(key -> readers.computeIfAbsent(key, name -> new TreeSet<>())
                                .add("`" + rule.id() + "`"));
            }
        }
        return readers;
    }

    private static Set<String> others(List<WrittenPack> packs, WrittenPack by, Parameter row) {
        Set<String> others = new TreeSet<>();
        for (WrittenPack pack : packs) {
            if (!pack.identity().id().equals(by.identity().id())) {
                for (Parameter own : pack.parameters().own()) {
                    if (own.key().equals(row.key())
                            && own.instead() != null
                            && !own.value().equals(row.value())) {
                        others.add(pack.identity().id() + " (" + own.value() + ")");
                    }
                }
            }
        }
        return others;
    }

    private void verbs(StringBuilder page) throws IOException {
        page.append("\n## Verbs\n\nEach is written `findings.verb( ... );`.\n\n| verb | states |\n|---|---|\n");
        Set<String> told = new TreeSet<>();
        Matcher verb = DOCUMENTED.matcher(Files.readString(SOURCES.resolve("Findings.java")));
        while (verb.find()) {
            told.add(verb.group(2));
            page.append("| `")
                    .append(verb.group(2))
                    .append('(')
                    .append(arguments(verb.group(3)))
                    .append(")` | ")
                    .append(words(verb.group(1)))
                    .append(" |\n");
        }
        assertThat(told).isEqualTo(vocabulary.verbs());
    }

    private static String arguments(String written) {
        return written.isBlank() ? "" : " " + written.replaceAll("\\w[\\w<>]* (\\w+)", "$1") + " ";
    }

    private void fields(StringBuilder page) throws IOException {
        page.append("\n## Facts and their fields\n");
        for (String fact : vocabulary.facts()) {
            page.append("\n### ")
                    .append(fact)
                    .append(vocabulary.isOne(fact) ? "\n\nThere is always one." : "\n\nThere may be several, or none.")
                    .append("\n\n| field | holds | is |\n|---|---|---|\n");
            Map<String, String> documented = new TreeMap<>();
            Matcher getter = DOCUMENTED.matcher(Files.readString(SOURCES.resolve(fact + ".java")));
            while (getter.find()) {
                String name = getter.group(2).replaceFirst("^get", "");
                documented.put(
                        name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1),
                        words(getter.group(1)));
            }
            for (String field : vocabulary.fields(fact)) {
                page.append("| `")
                        .append(field)
                        .append("` | ")
                        .append(kind(fact, field))
                        .append(" | ")
                        .append(documented.getOrDefault(field, ""))
                        .append(" |\n");
            }
        }
    }

    private String kind(String fact, String field) {
        Vocabulary.Kind kind = vocabulary.field(fact, field);
        return switch (kind == null ? Vocabulary.Kind.WORD : kind) {
            case WORD -> "a word";
            case NUMBER -> "a whole number";
            case DAY -> "a day";
            case WORDS -> "a list of words";
        };
    }

    /** The first sentence of a comment, as text of a page. */
    private static String words(String comment) {
        String plain = comment.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?(\\w+)[^}]*}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher sentence = SENTENCE.matcher(plain);
        return cell(sentence.matches() ? sentence.group(1) : plain);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

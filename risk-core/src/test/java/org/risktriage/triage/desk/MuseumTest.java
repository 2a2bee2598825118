package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.Problem;
import org.risktriage.triage.internal.pack.Yaml;
import org.risktriage.triage.internal.reading.Fields;

/**
 * A museum of broken packs: the mistakes of {@code museum.yaml}, each made in a good pack, and in {@code museum.txt} word for
 * word what must be said of it. {@code -Dexamples.update=true} writes the latter anew; read it before it is kept.
 */
class MuseumTest {
    private static final Path HERE = Path.of("src/test/resources/org/risktriage/triage/desk");
    private static final Path CATALOGUE = HERE.resolve("museum.txt");
    private static final int LEAST = 50;

    @TempDir
    Path folder;

    /** One mistake, and how it is made. */
    record Exhibit(String mistake, Map<String, String> how) {
        @Override
        public String toString() {
            return mistake;
        }
    }

    static Stream<Exhibit> exhibits() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Fields museum = Fields.of(Yaml.read(Files.readString(HERE.resolve("museum.yaml")), problems), "", problems);
        List<Fields> entries = museum.objects("exhibits", 1_000);
        assertThat(problems).isEmpty();
        assertThat(entries).isNotNull();
        return (entries == null ? List.<Fields>of() : entries).stream().map(entry -> {
            Map<String, String> how = new LinkedHashMap<>();
            entry.names().forEach(name -> how.put(name, String.valueOf(entry.raw(name))));
            return new Exhibit(how.getOrDefault("mistake", ""), how);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exhibits")
    void each_mistake_is_told_word_for_word(Exhibit exhibit) throws IOException {
        if (Boolean.getBoolean("examples.update")) {
            return;
        }

        assertThat(said(exhibit)).isEqualTo(catalogue().get(exhibit.mistake()));
    }

    @Test
    void the_catalogue_has_every_exhibit_and_no_other() throws IOException {
        List<Exhibit> exhibits = exhibits().toList();
        if (Boolean.getBoolean("examples.update")) {
            StringBuilder written = new StringBuilder();
            for (Exhibit exhibit : exhibits) {
                written.append("== ").append(exhibit.mistake()).append('\n').append(said(exhibit));
            }
            Files.writeString(CATALOGUE, written);
        }

        assertThat(exhibits).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(catalogue().keySet())
                .containsExactlyElementsOf(
                        exhibits.stream().map(Exhibit::mistake).toList());
    }

    @Test
    void no_mistake_is_told_in_general_terms_alone() throws IOException {
        assertThat(Files.readString(CATALOGUE)).doesNotContain("R999");
    }

    @Test
    void nothing_is_wrong_with_the_good_pack() throws IOException {
        assertThat(PackCheck.folder(GoodPack.write(folder)).findings()).isEmpty();
    }

    private static Map<String, String> catalogue() throws IOException {
        Map<String, String> catalogue = new LinkedHashMap<>();
        String mistake = "";
        for (String line : Files.readAllLines(CATALOGUE)) {
            if (line.startsWith("== ")) {
                mistake = line.substring("== ".length());
                catalogue.put(mistake, "");
            } else {
                catalogue.merge(mistake, line + "\n", String::concat);
            }
        }
        return catalogue;
    }

    private String said(Exhibit exhibit) throws IOException {
        Path root = Files.createTempDirectory(folder, "packs");
        make(exhibit.how(), GoodPack.write(root));
        StringBuilder said = new StringBuilder();
        for (Finding finding : PackCheck.folder(root).findings()) {
            said.append(finding.file().replace(GoodPack.FOLDER, ""))
                    .append(':')
                    .append(finding.line())
                    .append(':')
                    .append(finding.column())
                    .append(' ')
                    .append(finding.code())
                    .append(' ')
                    .append(finding.message())
                    .append(finding.suggestion() == null ? "" : " [" + finding.suggestion() + "]")
                    .append('\n');
        }
        return said.isEmpty() ? "nothing\n" : said.toString();
    }

    private static void make(Map<String, String> how, Path pack) throws IOException {
        String name = how.getOrDefault("file", "");
        Path file = pack.resolve(name);
        String text = how.containsKey("whole") ? how.get("whole") : Files.readString(file);
        String replace = how.get("replace");
        if (replace != null) {
            assertThat(text).contains(replace);
            int at = text.indexOf(replace);
            text = text.substring(0, at) + how.getOrDefault("by", "") + text.substring(at + replace.length());
        }
        text += how.getOrDefault("and", "");
        if (how.containsKey("separator")) {
            text = text.replace(",", how.get("separator"));
        }
        if (how.containsKey("crlf")) {
            text = text.replace("\n", "\r\n");
        }
        if (how.containsKey("bom")) {
            text = "\uFEFF" + text;
        }
        Charset encoding = how.containsKey("encoding") ? Charset.forName(how.get("encoding")) : StandardCharsets.UTF_8;
        if (how.containsKey("delete")) {
            Files.delete(file);
        } else if (how.containsKey("rename")) {
            Files.move(file, pack.resolve(how.get("rename")));
        } else {
            Files.write(file, text.getBytes(encoding));
        }
    }
}

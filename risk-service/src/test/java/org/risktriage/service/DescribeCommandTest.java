package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;

/** {@code rules describe} as it is used from a shell. */
class DescribeCommandTest {
    private static final Path PAGE = Path.of("../docs/how-to/read-the-rule-book.md");

    @TempDir
    Path folder;

    private Run describe(String pack, Path to, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"rules", "describe", pack, "--html", to.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new Program(folder).run(arguments);
    }

    @Test
    void the_book_of_a_pack_has_the_packs_on_which_it_rests_and_no_other_and_is_never_written_over()
            throws IOException, InterruptedException {
        Path book = folder.resolve("book");

        Run run = describe("plymouth", book, "--on", "2026-11-21");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("pages as on 2026-11-21. Begin with " + book.resolve("index.html") + "\n");
        assertThat(Files.readString(book.resolve("index.html"))).contains("21 November 2026", "assets/page.css");
        assertThat(book.resolve("plymouth/1.0.0/index.html")).exists();
        assertThat(book.resolve("england-wales/1.0.0/marac/repeat.html")).exists();
        assertThat(book.resolve("assets/govuk-frontend.css")).exists();
        assertThat(book.resolve("kingston")).doesNotExist();
        Run again = describe("plymouth", book);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("nothing was written");
    }

    @Test
    void the_book_of_a_pack_that_is_being_written_shows_its_own_values() throws IOException, InterruptedException {
        Path pack = Files.createDirectories(folder.resolve("packs/northvale/1.0.0"));
        for (String file : new String[] {"pack.yaml", "parameters.csv", "cases/line.yaml", "cases/bands.yaml"}) {
            Path from = Path.of("../risk-rules/src/main/resources/rulepacks/plymouth/1.0.0")
                    .resolve(file);
            Files.createDirectories(pack.resolve(file).getParent());
            Files.writeString(
                    pack.resolve(file),
                    Files.readString(from)
                            .replace("plymouth", "northvale")
                            .replace("level.medium-from,10", "level.medium-from,9"));
        }

        Run run = describe(folder.resolve("packs").toString(), folder.resolve("book"), "--on", "2026-11-21", "--json");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.documents().get(0).get("pages").intValue()).isPositive();
        assertThat(Files.readString(folder.resolve("book/northvale/1.0.0/index.html")))
                .contains("<td class=\"govuk-table__cell\">9<br>instead of 10</td>");

        Files.writeString(pack.resolve("pack.yaml"), "id: northvale");
        Run broken = describe(folder.resolve("packs").toString(), folder.resolve("other"));
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).contains("northvale/1.0.0/pack.yaml");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void what_cannot_be_asked_is_a_wrong_use() throws IOException, InterruptedException {
        assertThat(describe("nowhere", folder.resolve("book")).status()).isEqualTo(2);
        assertThat(describe("plymouth", folder.resolve("book"), "--on", "tomorrow")
                        .status())
                .isEqualTo(2);
        assertThat(new Program(folder).run("rules", "describe", "plymouth").status())
                .isEqualTo(2);
        assertThat(folder.resolve("book")).doesNotExist();
    }

    @Test
    void the_page_on_the_rule_book_names_the_command() throws IOException {
        assertThat(Files.readString(PAGE)).contains("rules describe plymouth --html");
    }
}

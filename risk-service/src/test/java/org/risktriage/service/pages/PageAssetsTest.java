package org.risktriage.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are made of: nothing of the government's own, and nothing of another host. */
class PageAssetsTest {
    @Test
    void the_styles_have_neither_the_font_nor_the_crest_of_the_government() throws IOException {
        String styles = content(PageAssets.shell(), "govuk-frontend.css");
        assertThat(styles).contains(".govuk-button", "font-family:arial");
        assertThat(styles).doesNotContain("GDS Transport", "@font-face", "govuk-crest");
    }

    @Test
    void no_file_loads_anything_from_elsewhere() throws IOException {
        assertThat(Stream.concat(PageAssets.shell().values().stream(), PageAssets.charts().values().stream())
                        .map(PageFile::content))
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("url(/", "url(http", "@import", "sourceMappingURL"));
    }

    @Test
    void files_are_laid_into_a_folder_for_pages_that_stand_by_themselves(@TempDir Path folder) throws IOException {
        PageAssets.write(PageAssets.shell(), folder.resolve("assets"));
        assertThat(folder.resolve("assets")).isDirectoryContaining("glob:**/page.css");
        assertThat(Files.readString(folder.resolve("assets/govuk-frontend.css")))
                .isEqualTo(content(PageAssets.shell(), "govuk-frontend.css"));
    }

    private static String content(Map<String, PageFile> files, String name) {
        return files.getOrDefault(name, new PageFile("", "")).content();
    }
}

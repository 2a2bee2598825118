package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PackDigestTest {
    private static final String FOLDER = "rulepacks/made-up/1.0.0/";
    private static final Map<String, String> FILES =
            Map.of(FOLDER + "pack.yaml", "id: made-up\n", FOLDER + "rules/level.drl", "// nothing\n");

    @Test
    void the_digest_is_sha_256_in_lower_case_hexadecimal() {
        assertThat(digest(FILES)).matches("[0-9a-f]{64}");
    }

    @Test
    void the_digest_of_two_known_files_never_changes() {
        assertThat(digest(FILES)).isEqualTo("10a0db4f112c0a858dfea7cf842de8b49c06f954fc44a415acbd7fdd176e6515");
    }

    @Test
    void the_digest_is_the_same_however_often_it_is_taken() {
        assertThat(digest(FILES)).isEqualTo(digest(FILES));
    }

    @Test
    void one_other_byte_in_a_file_gives_another_digest() {
        assertThat(digest(Map.of(FOLDER + "pack.yaml", "id: made-uq\n", FOLDER + "rules/level.drl", "// nothing\n")))
                .isNotEqualTo(digest(FILES));
    }

    @Test
    void another_path_with_the_same_bytes_gives_another_digest() {
        assertThat(digest(Map.of(FOLDER + "pack.yaml", "id: made-up\n", FOLDER + "rules/levels.drl", "// nothing\n")))
                .isNotEqualTo(digest(FILES));
    }

    @Test
    void one_more_file_gives_another_digest_even_if_it_is_empty() {
        assertThat(digest(Map.of(
                        FOLDER + "pack.yaml",
                        "id: made-up\n",
                        FOLDER + "rules/level.drl",
                        "// nothing\n",
                        FOLDER + "rules/more.drl",
                        "")))
                .isNotEqualTo(digest(FILES));
    }

    @Test
    void bytes_moved_from_one_file_to_the_next_give_another_digest() {
        assertThat(digest(Map.of(FOLDER + "a", "12", FOLDER + "b", "3")))
                .isNotEqualTo(digest(Map.of(FOLDER + "a", "1", FOLDER + "b", "23")));
    }

    @Test
    void the_content_of_two_files_swapped_gives_another_digest() {
        assertThat(digest(Map.of(FOLDER + "a", "1", FOLDER + "b", "2")))
                .isNotEqualTo(digest(Map.of(FOLDER + "a", "2", FOLDER + "b", "1")));
    }

    @Test
    void the_place_of_the_folder_does_not_matter() {
        assertThat(PackDigest.of(ContentInMemory.of(Map.of("here/a", "1")), "here/"))
                .isEqualTo(PackDigest.of(ContentInMemory.of(Map.of("there/a", "1")), "there/"));
    }

    @Test
    void files_of_other_packs_do_not_matter() {
        assertThat(PackDigest.of(ContentInMemory.of(Map.of("here/a", "1", "there/a", "2")), "here/"))
                .isEqualTo(PackDigest.of(ContentInMemory.of(Map.of("here/a", "1")), "here/"));
    }

    private static String digest(Map<String, String> files) {
        return PackDigest.of(ContentInMemory.of(files), FOLDER);
    }
}

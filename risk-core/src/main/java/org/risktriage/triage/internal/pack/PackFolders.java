package org.risktriage.triage.internal.pack;

import java.util.List;

/** Where packs stand among the content: {@code rulepacks/<id>/<version>/}. */
public final class PackFolders {
    private static final String MANIFEST = "pack.yaml";

    private PackFolders() {}

    /**
     * The folders of all packs.
     *
     * @param content where the files are
     * @return their paths, each ending with a slash, sorted
     */
    public static List<String> in(Content content) {
        return content.below("rulepacks/").stream()
                .filter(path -> path.matches("rulepacks/[^/]+/[^/]+/" + MANIFEST))
                .map(path -> path.substring(0, path.length() - MANIFEST.length()))
                .toList();
    }
}

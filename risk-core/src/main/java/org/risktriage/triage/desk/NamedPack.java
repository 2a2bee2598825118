package org.risktriage.triage.desk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pack, as somebody names it.
 *
 * @param folder the folder of the version; null for any other
 * @param id id of a pack that comes with the library, or id and version as {@code id@version}; null for any other
 * @param file a sealed pack; null for any other
 */
public record NamedPack(
        @Nullable Path folder,
        @Nullable String id,
        @Nullable SealedFile file) {
    /**
     * The version in a folder.
     *
     * @param folder a folder that holds one version of one pack
     * @return its name
     */
    public static NamedPack in(Path folder) {
        return new NamedPack(folder, null, null);
    }

    /**
     * The version in a sealed pack. Whether that can be believed is not asked here.
     *
     * @param file the sealed pack
     * @return its name
     */
    public static NamedPack sealed(SealedFile file) {
        return new NamedPack(null, null, file);
    }

    /**
     * A version that comes with the library.
     *
     * @param id its id, or id and version as {@code id@version} where there are several
     * @return its name
     */
    public static NamedPack bundled(String id) {
        return new NamedPack(null, id, null);
    }
}

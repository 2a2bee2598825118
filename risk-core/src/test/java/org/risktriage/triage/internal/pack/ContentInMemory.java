package org.risktriage.triage.internal.pack;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files made up by a test, before those on the class path. Loads classes too, so that a pack compiled in a test can be
 * run.
 */
public final class ContentInMemory extends ClassLoader {
    private final Map<String, byte[]> files;

    private ContentInMemory(Map<String, byte[]> files) {
        super(ContentInMemory.class.getClassLoader());
        this.files = new HashMap<>(files);
    }

    /** Files with these texts, by path. */
    public static Content of(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Content bundled = Content.bundled();
        return new Content(List.copyOf(files.keySet()), path -> {
            byte[] made = files.get(path);
            return made == null ? bundled.bytes(path) : made;
        });
    }

    /** A loader of these files, resources and classes, by path. */
    public static ClassLoader loader(Map<String, byte[]> files) {
        return new ContentInMemory(files);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = files.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}

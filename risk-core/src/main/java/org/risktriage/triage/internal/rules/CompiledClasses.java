package org.risktriage.triage.internal.rules;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads compiled rules that are at hand, without files: a class loader of those alone, which goes when they go. */
public final class CompiledClasses extends ClassLoader {
    private final Map<String, byte[]> files;

    /**
     * Creates it.
     *
     * @param files the classes and the indexes that the compiler wrote, by path
     */
    public CompiledClasses(Map<String, byte[]> files) {
        super(CompiledClasses.class.getClassLoader());
        this.files = Map.copyOf(files);
    }

    /** The same classes may stand on the class path, compiled from the pack as it is there; these come first. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            byte[] bytes = loaded == null ? files.get(name.replace('.', '/') + ".class") : null;
            if (bytes != null) {
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}

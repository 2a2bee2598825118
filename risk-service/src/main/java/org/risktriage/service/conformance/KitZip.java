package org.risktriage.service.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files in a zip. The same files and time give the same bytes. */
final class KitZip {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_FILES = 10_000;

    private KitZip() {}

    /**
     * Puts files into a zip.
     *
     * @param files contents by path
     * @param time the time that every file bears
     * @return the zip
     */
    static byte[] write(Map<String, byte[]> files, LocalDateTime time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // The local time is what a zip holds; any other way of setting it depends on the machine's time zone.
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the files of a zip into memory.
     *
     * @param in the zip
     * @return contents by path
     * @throws KitException if there is far more in it than a kit holds
     * @throws IOException if it cannot be read
     */
    static Map<String, byte[]> read(InputStream in) throws KitException, IOException {
        Map<String, byte[]> files = new HashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new KitException("The zip is larger than any kit.");
                }
                files.put(entry.getName(), content);
            }
        } catch (IllegalArgumentException e) {
            throw new KitException("The zip cannot be read.");
        }
        return files;
    }
}

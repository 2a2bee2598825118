package org.risktriage.triage.internal.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.risktriage.triage.RulesFaultException;

/**
 * The file of a sealed pack: a zip that holds its entries in the order of their names, none compressed, at one fixed time.
 * The same entries give the same bytes, and no other bytes are read: what one program shows, another one runs.
 */
final class SealFile {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int MOST_ENTRIES = 5_000;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String NAME = "[A-Za-z0-9_$-][A-Za-z0-9_.$-]*(/[A-Za-z0-9_$-][A-Za-z0-9_.$-]*){0,20}";
    private static final String FORM =
            "This has not the form of a sealed pack: it is damaged, or was written by another" + " program.";

    private SealFile() {}

    /** Reads the entries, by name. */
    static SortedMap<String, byte[]> read(byte[] file) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        if (file.length > LARGEST) {
            throw new RulesFaultException("A sealed pack has at most 16 MiB.");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // What is not compressed cannot grow beyond the file.
                if (entry.getMethod() != ZipEntry.STORED
                        || entry.getName().length() > 300
                        || !entry.getName().matches(NAME)
                        || entries.size() >= MOST_ENTRIES
                        || entries.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new RulesFaultException(FORM);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RulesFaultException(FORM, e);
        }
        if (!Arrays.equals(write(entries), file)) {
            throw new RulesFaultException(FORM);
        }
        return entries;
    }

    /** Writes entries. */
    static byte[] write(SortedMap<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                CRC32 sum = new CRC32();
                sum.update(each.getValue());
                entry.setTimeLocal(TIME);
                entry.setSize(each.getValue().length);
                entry.setCompressedSize(each.getValue().length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

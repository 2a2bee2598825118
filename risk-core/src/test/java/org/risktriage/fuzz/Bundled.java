package org.risktriage.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;

/** The files that come with the library: whole inputs, and what stands beside the file that is made up. */
final class Bundled {
    static final InstrumentId INSTRUMENT = new InstrumentId("safelives-dash", "24-item");
    static final String INSTRUMENT_FOLDER = "instruments/safelives-dash/24-item/";
    static final String PACK_FOLDER = "rulepacks/england-wales/1.0.0/";

    private Bundled() {}

    /** The pack; loaded once, and not before the first input. */
    static LoadedPack pack() {
        return Pack.LOADED;
    }

    /** One file. */
    static String text(String path) {
        return Content.bundled().text(path);
    }

    /** Every file whose name ends so. */
    static Stream<byte[]> files(String ending) {
        Content content = Content.bundled();
        return Stream.of("rulepacks/", "instruments/", "calendars/")
                .map(content::below)
                .flatMap(List::stream)
                .filter(path -> path.endsWith(ending))
                .map(path -> content.text(path).getBytes(StandardCharsets.UTF_8));
    }

    private static final class Pack {
        static final LoadedPack LOADED =
                Objects.requireNonNull(PackShelf.bundled().latest(null));
    }
}

package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.DiffReport.Kind;

/** Gathers what differs from stretch to stretch, so that what stays the same for longer is said once. */
final class OverTime {
    private final Map<Said, List<Span>> said = new LinkedHashMap<>();

    /** A sentence without its days. */
    private record Said(Kind kind, String id, String words, VersionStep step) {}

    private record Span(LocalDate from, @Nullable LocalDate to) {}

    void add(Stretch stretch, Kind kind, String id, String words, VersionStep step) {
        List<Span> spans = said.computeIfAbsent(new Said(kind, id, words, step), one -> new ArrayList<>());
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        LocalDate end = last == null ? null : last.to();
        if (last != null && end != null && end.plusDays(1).equals(stretch.from())) {
            spans.set(spans.size() - 1, new Span(last.from(), stretch.to()));
        } else {
            spans.add(new Span(stretch.from(), stretch.to()));
        }
    }

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        said.forEach((one, spans) -> spans.forEach(span -> differences.add(new Difference(
                one.kind(),
                one.id(),
                span.from(),
                span.to(),
                Days.beginning(span.from(), span.to()) + one.words(),
                one.step()))));
        return differences;
    }
}

package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulePack.ListedService;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.ServiceStatus;
import org.risktriage.triage.Source;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.DiffReport.Kind;
import org.risktriage.triage.internal.authoring.RuleDifferences;
import org.risktriage.triage.internal.authoring.RuleDifferences.Weight;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.SafetyQuestions.Question;

/** How two versions differ in all that is not dated from day to day: rules, cases, sources, services, days and words. */
final class WordsChanged {
    private final LoadedPack before;
    private final LoadedPack after;
    private final List<Difference> differences = new ArrayList<>();

    private WordsChanged(LoadedPack before, LoadedPack after) {
        this.before = before;
        this.after = after;
    }

    static List<Difference> between(List<LoadedPack> before, List<LoadedPack> after) {
        WordsChanged words = new WordsChanged(before.get(before.size() - 1), after.get(after.size() - 1));
        words.rules();
        words.criteria();
        words.cases();
        words.sources();
        words.services();
        words.safetyQuestions();
        words.days();
        words.manifest();
        return words.differences;
    }

    private void add(Kind kind, String id, String says, VersionStep step) {
        differences.add(new Difference(kind, id, null, null, says, step));
    }

    private void rules() {
        for (RuleDifferences.Change change : RuleDifferences.of(before, after)) {
            add(
                    Kind.RULE,
                    change.id(),
                    "The rule " + change.id() + " " + change.says() + ".",
                    change.weight() == Weight.WORDS
                            ? VersionStep.PATCH
                            : change.weight() == Weight.REPLIES ? VersionStep.MINOR : VersionStep.MAJOR);
        }
    }

    private void criteria() {
        for (String criterion : before.criteria()) {
            if (!after.criteria().contains(criterion)) {
                add(Kind.RULE, criterion, "The criterion " + criterion + " is gone.", VersionStep.MAJOR);
            }
        }
        for (String criterion : after.criteria()) {
            if (!before.criteria().contains(criterion)) {
                add(Kind.RULE, criterion, "The criterion " + criterion + " is new.", VersionStep.MINOR);
            }
        }
    }

    private void cases() {
        each(WorkedCases.of(before), WorkedCases.of(after), WorkedCase::name, (name, one, other) -> {
            String of = "The worked case '" + name + "' ";
            if (one == null || other == null) {
                add(Kind.CASE, name, of + (one == null ? "is new." : "is gone."), VersionStep.PATCH);
            } else if (!one.given().equals(other.given())) {
                add(Kind.CASE, name, of + "is about another case.", VersionStep.PATCH);
            } else if (!one.expect().equals(other.expect())) {
                add(Kind.CASE, name, of + "expects something else.", VersionStep.PATCH);
            }
        });
    }

    private void sources() {
        each(before.written().sources(), after.written().sources(), Source::id, (id, one, other) -> {
            if (!Objects.equals(one, other)) {
                add(Kind.SOURCE, id, "The source " + id + " " + word(one, other) + ".", VersionStep.PATCH);
            }
        });
    }

    private static String word(@Nullable Object one, @Nullable Object other) {
        return one == null ? "is new" : other == null ? "is gone" : "is described otherwise";
    }

    private void services() {
        each(before.services().rows(), after.services().rows(), ListedService::id, (id, one, other) -> {
            String of = "The service " + id + " ";
            if (one == null) {
                add(Kind.SERVICE, id, of + "is new.", VersionStep.MINOR);
            } else if (other == null) {
                add(Kind.SERVICE, id, of + "is gone.", VersionStep.MAJOR);
            } else {
                service(of, one, other);
            }
        });
    }

    private void service(String of, ListedService one, ListedService other) {
        if (one.status() != other.status()) {
            add(
                    Kind.SERVICE,
                    one.id(),
                    of + "is " + other.status() + " instead of " + one.status() + ".",
                    other.status() == ServiceStatus.OPEN ? VersionStep.MINOR : VersionStep.MAJOR);
        }
        boolean reached =
                Objects.equals(one.phone(), other.phone()) && one.allHours().equals(other.allHours());
        if (!reached) {
            add(Kind.SERVICE, one.id(), of + "has another phone number or other hours.", VersionStep.MINOR);
        }
        boolean described = one.name().equals(other.name())
                && one.area().equals(other.area())
                && one.eligibility().equals(other.eligibility())
                && one.note().equals(other.note())
                && one.source().equals(other.source())
                && one.confidence() == other.confidence();
        if (!described) {
            add(Kind.SERVICE, one.id(), of + "is described otherwise.", VersionStep.PATCH);
        }
    }

    private void safetyQuestions() {
        each(before.safetyQuestions(), after.safetyQuestions(), Question::id, (id, one, other) -> {
            String of = "The question about safety " + id + " ";
            if (one == null || other == null) {
                add(Kind.TEXT, id, of + word(one, other) + ".", one == null ? VersionStep.MINOR : VersionStep.MAJOR);
            } else if (!one.field().equals(other.field())) {
                add(Kind.TEXT, id, of + "asks for something else.", VersionStep.MAJOR);
            } else if (!one.equals(other)) {
                add(Kind.TEXT, id, of + "is put otherwise.", VersionStep.PATCH);
            }
        });
    }

    private void days() {
        Manifest one = before.written().manifest();
        Manifest other = after.written().manifest();
        day("in-force", "It is in force from ", one.inForceFrom(), other.inForceFrom());
        day("usable", "It may be used from ", one.usableFrom(), other.usableFrom());
        day("review-by", "It has to be reviewed by ", one.reviewBy(), other.reviewBy());
        LocalDate last = one.inForceTo();
        LocalDate now = other.inForceTo();
        if (!Objects.equals(last, now)) {
            boolean shorter = now != null && (last == null || now.isBefore(last));
            add(
                    Kind.DATE,
                    "last-day",
                    now == null
                            ? "It names no last day; the other one did."
                            : "Its last day is " + Days.inWords(now) + "; after that no rules are in force.",
                    shorter ? VersionStep.MAJOR : VersionStep.MINOR);
        }
    }

    private void day(String id, String words, LocalDate one, LocalDate other) {
        if (!one.equals(other)) {
            add(Kind.DATE, id, words + Days.inWords(other) + "; before: " + Days.inWords(one) + ".", VersionStep.PATCH);
        }
    }

    private void manifest() {
        Manifest one = before.written().manifest();
        Manifest other = after.written().manifest();
        text("title", "title", one.title(), other.title(), VersionStep.PATCH);
        text("owner", "owner", one.owner(), other.owner(), VersionStep.PATCH);
        text("notice", "notice", before.written().notice(), after.written().notice(), VersionStep.PATCH);
        text(
                "chosen",
                "sentence that says why it applies",
                before.written().chosen(),
                after.written().chosen(),
                VersionStep.PATCH);
        text(
                "calendar",
                "calendar of working days",
                before.written().calendar(),
                after.written().calendar(),
                VersionStep.MINOR);
        text(
                "instrument",
                "instrument",
                before.scores().toString(),
                after.scores().toString(),
                VersionStep.MAJOR);
        if (before.refusal() == null && after.refusal() != null) {
            add(Kind.TEXT, "refuses", "Checklists are refused.", VersionStep.MAJOR);
        } else if (before.refusal() != null && after.refusal() == null) {
            add(Kind.TEXT, "refuses", "Checklists are scored that were refused.", VersionStep.MINOR);
        } else if (!Objects.equals(before.refusal(), after.refusal())) {
            add(Kind.TEXT, "refuses", "Why checklists are refused is said otherwise.", VersionStep.PATCH);
        }
    }

    private void text(String id, String words, String one, String other, VersionStep step) {
        if (!one.equals(other)) {
            add(Kind.TEXT, id, "The " + words + " is another.", step);
        }
    }

    private interface Pair<T> {
        void compare(String id, @Nullable T one, @Nullable T other);
    }

    /** Lays two lists beside each other by id: those of the first in their order, then what the second has beside. */
    private static <T> void each(List<T> before, List<T> after, Function<T, String> id, Pair<T> pair) {
        Map<String, T> others = new LinkedHashMap<>();
        after.forEach(one -> others.putIfAbsent(id.apply(one), one));
        Map<String, T> ones = new LinkedHashMap<>();
        before.forEach(one -> ones.putIfAbsent(id.apply(one), one));
        ones.forEach((key, one) -> pair.compare(key, one, others.get(key)));
        others.forEach((key, other) -> {
            if (!ones.containsKey(key)) {
                pair.compare(key, null, other);
            }
        });
    }
}

package org.risktriage.service.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.RulePack.Rule;

/** Words that several pages of the book use. */
final class BookText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern KEY = Pattern.compile("\\[([a-z0-9.-]+)]");

    private BookText() {}

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    static String until(@Nullable LocalDate day) {
        return day == null ? "no end set" : day(day);
    }

    static String mark(Confidence confidence) {
        return confidence.code() + ", "
                + switch (confidence) {
                    case OWNER -> "the owner's own page";
                    case COPY -> "a secondary copy";
                    case KNOWLEDGE -> "background knowledge, to be confirmed by a practitioner";
                    case CHOICE -> "this project's own choice";
                };
    }

    static String kind(RulePack pack) {
        if (pack.kind().equals("area")) {
            return "area";
        }
        return pack.id().equals(pack.instrument().id()) ? "instrument" : "base";
    }

    static String status(RulePack pack, LocalDate day) {
        LocalDate to = pack.inForceTo();
        String status = pack.inForceFrom().isAfter(day)
                ? "not yet in force"
                : to != null && to.isBefore(day) ? "no longer in force" : "in force";
        return status.equals("in force") && pack.reviewBy().isBefore(day) ? "in force, review overdue" : status;
    }

    /** The version is said where a reader could mean another. */
    static String title(RulePack pack) {
        return pack.title() + ", " + pack.version();
    }

    /** A rule by topic and name. */
    static String name(Rule rule) {
        return rule.id().substring(rule.id().indexOf('/') + 1);
    }

    /** With the value of each parameter before its key, as far as it has one on the day. */
    static String filled(String words, RuleBook book, RulePack pack) {
        Matcher keys = KEY.matcher(words);
        return keys.replaceAll(found -> {
            Optional<Parameter> row = book.valueOf(pack, found.group(1));
            return Matcher.quoteReplacement(row.isPresent() ? row.get().value() + " " + found.group() : found.group());
        });
    }

    /** A sentence that begins with a large letter. */
    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

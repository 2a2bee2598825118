package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slips in YAML that its parser reports in its own terms, or not at all. */
final class YamlLook {
    private static final Pattern CURLY = Pattern.compile("[\u201C\u201D\u201E\u2018\u2019]");
    private static final Pattern INDENT = Pattern.compile("[ \\t]*");
    private static final Pattern UNBROKEN = Pattern.compile("[ \\t]*[\u00A0\u2007\u202F]");
    private static final Pattern NO_SPACE = Pattern.compile("\\s*(?:- )?([A-Za-z][A-Za-z0-9]*):([^\\s/].*)");
    private static final Pattern COLON_WITHIN = Pattern.compile("\\s*(?:- )?[A-Za-z][A-Za-z0-9]*: [^\"'\\[{].*: .*");

    private YamlLook() {}

    /** Tabs and typographic quotation marks; each stands for all that the parser says of the same line. */
    static List<Finding> findings(String file, String text) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher indent = INDENT.matcher(lines[i]);
            int tab = indent.lookingAt() ? indent.group().indexOf('\t') : -1;
            Matcher unbroken = UNBROKEN.matcher(lines[i]);
            if (tab >= 0) {
                findings.add(new Finding(
                        MessageCode.R103,
                        file,
                        i + 1,
                        tab + 1,
                        "",
                        "A tab stands at the beginning of the line; spaces are needed here.",
                        "two spaces for each step"));
            } else if (unbroken.lookingAt()) {
                findings.add(new Finding(
                        MessageCode.R103,
                        file,
                        i + 1,
                        unbroken.end(),
                        "",
                        "A space that does not break, as word processors write it, stands at the beginning of the line.",
                        "type the spaces again"));
            }
        }
        YamlPlaces.of(text).scalars().forEach(place -> {
            Matcher curly = CURLY.matcher(place.value());
            if (curly.lookingAt()) {
                findings.add(new Finding(
                        MessageCode.R105,
                        file,
                        place.line(),
                        place.column(),
                        "",
                        "The text begins with a typographic quotation mark; plain ones or none are needed here.",
                        CURLY.matcher(place.value()).replaceAll("")));
            }
        });
        return findings;
    }

    /** What probably went wrong on a line that the parser does not read. */
    static @Nullable String hint(String line) {
        Matcher noSpace = NO_SPACE.matcher(line);
        if (noSpace.matches()) {
            return noSpace.group(1) + ": " + noSpace.group(2);
        }
        if (COLON_WITHIN.matcher(line).matches()) {
            int colon = line.indexOf(": ");
            return line.substring(0, colon + 2).strip() + " \""
                    + line.substring(colon + 2).strip().replace("\"", "'") + "\"";
        }
        return null;
    }
}

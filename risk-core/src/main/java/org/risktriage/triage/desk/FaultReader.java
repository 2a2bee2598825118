package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.pack.Content;

/**
 * Turns what the readers of packs and rules say into findings: a fault is a file, a place in it in the words of that reader,
 * and a message; an author needs the line and the column, and what was probably meant.
 */
final class FaultReader {
    private static final String NO_PLACE = "";
    private static final Pattern ROW = Pattern.compile("row (\\d+)(?:, column (\\w+))?");
    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, (rule '.*'))?");
    private static final Pattern PARSED = Pattern.compile("Line (\\d+), column (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern VERB = Pattern.compile("findings\\s*\\.\\s*(\\w+)");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern ALIAS = Pattern.compile("[:-] +\\*\\w+");
    private static final Pattern SOURCE = Pattern.compile("@source\\( *\"([^\"]*)\"");

    private final Content content;
    private final List<String> paths;
    private final Map<String, YamlPlaces> trees = new HashMap<>();
    private final Map<String, TableLook> tables = new HashMap<>();

    FaultReader(Content content) {
        this.content = content;
        this.paths = content.below(Content.PACKS).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    Finding read(String fault) {
        String path = paths.stream()
                .filter(known -> fault.startsWith(known + ",") || fault.startsWith(known + ":"))
                .findFirst()
                .orElse(null);
        int end = path == null ? fault.indexOf(": ") : path.length();
        if (end < 0) {
            return new Finding(MessageCode.R999, ".", 0, 0, "", fault, null);
        }
        String rest = fault.substring(end);
        int colon = rest.indexOf(": ");
        String place = rest.startsWith(", ") && colon > 0 ? rest.substring(2, colon) : NO_PLACE;
        String message = rest.substring(colon < 0 ? 0 : colon + 2);
        if (path == null) {
            String folder = fault.substring(0, end);
            return new Finding(
                    MessageCode.of(message, folder.endsWith("rules/")), relative(folder), 0, 0, place, message, null);
        }
        if (path.endsWith(".csv")) {
            return inTable(path, place, message);
        }
        return path.endsWith(".drl") ? inRules(path, place, message) : inYaml(path, place, message);
    }

    private static String relative(String path) {
        return path.startsWith(Content.PACKS) ? path.substring(Content.PACKS.length()) : path;
    }

    TableLook table(String path) {
        return tables.computeIfAbsent(path, file -> new TableLook(relative(file), content.text(file)));
    }

    YamlPlaces tree(String path) {
        return trees.computeIfAbsent(path, file -> YamlPlaces.of(content.text(file)));
    }

    private Finding inTable(String path, String place, String message) {
        MessageCode code = MessageCode.of(message, false);
        Matcher row = ROW.matcher(place);
        if (!row.matches()) {
            return new Finding(code, relative(path), 0, 0, place, message, null);
        }
        int line = Integer.parseInt(row.group(1));
        String column = row.group(2);
        if (column == null) {
            String meant = null;
            if (code == MessageCode.R304) {
                meant = "close the quotation mark";
            } else if (code == MessageCode.R303) {
                boolean open = line(path, line).chars().filter(c -> c == '"').count() % 2 != 0;
                boolean empty = line(path, line).endsWith(",,");
                meant = open
                        ? "close the quotation mark"
                        : empty
                                ? "delete the empty columns behind the last one"
                                : "a text that holds a comma goes between double quotation marks";
            }
            return new Finding(code, relative(path), line, 0, "", message, meant);
        }
        TableLook table = table(path);
        String written = table.cell(line, column);
        String meant = switch (code) {
            case R308 -> NearWord.of(written, parameters(path));
            case R306 -> Suggested.value(written);
            case R307 -> Suggested.value(written);
            case R109 -> Suggested.day(written);
            case R319 -> Suggested.phone(written);
            case R310 -> NearWord.of(written, sources(path));
            default -> Suggested.listed(message, written);
        };
        return new Finding(code, relative(path), line, table.column(line, column), "column " + column, message, meant);
    }

    private Finding inRules(String path, String place, String message) {
        MessageCode code = MessageCode.of(message, true);
        Matcher at = LINE.matcher(place);
        if (!at.matches()) {
            return new Finding(code, relative(path), 0, 0, place, message, null);
        }
        int line = Integer.parseInt(at.group(1));
        String text = line(path, line);
        Matcher quoted = QUOTED.matcher(message);
        String meant = null;
        if (code == MessageCode.R416 && quoted.find()) {
            meant = NearWord.of(quoted.group(1), parameters(path));
        } else if (code == MessageCode.R410
                && SOURCE.matcher(content.text(path)).find()) {
            List<String> near = SOURCE.matcher(content.text(path))
                    .results()
                    .map(source -> NearWord.of(source.group(1), sources(path)))
                    .filter(word -> word != null)
                    .distinct()
                    .toList();
            meant = near.size() == 1 ? near.get(0) : null;
        } else if (code == MessageCode.R420) {
            // The line is that of "then"; the statement stands below it.
            List<String> verbs = Suggested.words(message);
            List<String> lines = content.text(path).lines().toList();
            for (int i = line - 1; i < lines.size() && !lines.get(i).strip().equals("end"); i++) {
                Matcher verb = VERB.matcher(lines.get(i));
                if (verb.find() && !verbs.contains(verb.group(1)) && message.contains("no such verb")) {
                    line = i + 1;
                    meant = NearWord.of(verb.group(1), verbs);
                    break;
                }
            }
        } else {
            meant = Suggested.listed(message, text);
        }
        return new Finding(code, relative(path), line, 0, at.group(2) == null ? "" : at.group(2), message, meant);
    }

    private Finding inYaml(String path, String place, String message) {
        Matcher parsed = PARSED.matcher(message);
        if (parsed.matches()) {
            String said = parsed.group(3);
            int line = Integer.parseInt(parsed.group(1));
            if (said.startsWith("a duplicate key")) {
                return new Finding(
                        MessageCode.R102,
                        relative(path),
                        line,
                        Integer.parseInt(parsed.group(2)),
                        "",
                        capital(said),
                        null);
            }
            int open = openQuotation(path);
            if (open > 0) {
                return new Finding(
                        MessageCode.R101,
                        relative(path),
                        open,
                        0,
                        "",
                        "A quotation mark has no other that closes it.",
                        line(path, open).strip() + "\"");
            }
            boolean plain = !line(path, line).matches(".*[!&*%@`].*");
            return new Finding(
                    MessageCode.R101,
                    relative(path),
                    line,
                    Integer.parseInt(parsed.group(2)),
                    "",
                    plain ? "This line, or one just before it, does not have the form that YAML needs." : capital(said),
                    hint(path, line));
        }
        if (message.equals("This is not YAML.")) {
            List<String> lines = content.text(path).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (ALIAS.matcher(lines.get(i)).find()) {
                    return new Finding(
                            MessageCode.R101,
                            relative(path),
                            i + 1,
                            0,
                            "",
                            "Aliases of lists and maps are not allowed: write out what is meant.",
                            null);
                }
            }
        }
        MessageCode code = MessageCode.of(message, false);
        YamlPlaces tree = tree(path);
        boolean ofKey = code == MessageCode.R107;
        if (ofKey) {
            // A name that does not look like one is not repeated by the reader, which may have read a value.
            List<String> allowed = Suggested.words(message);
            for (YamlPlaces.Place key : tree.keys(place)) {
                if (!NAME.matcher(key.value()).matches()) {
                    return new Finding(
                            code,
                            relative(path),
                            key.line(),
                            key.column(),
                            place,
                            message,
                            NearWord.of(key.value(), allowed));
                }
            }
        }
        YamlPlaces.Place found = ofKey ? tree.key(place) : tree.value(place);
        String written = ofKey ? place.substring(place.lastIndexOf('/') + 1) : found.value();
        String meant = switch (code) {
            case R109 -> Suggested.day(written);
            case R111 -> Suggested.value(written);
            case R209 -> Suggested.listed(message, tree.value(place + "/id").value());
            case R110, R108 -> version(place, written);
            default -> Suggested.listed(message, written);
        };
        return new Finding(code, relative(path), found.line(), found.column(), place, message, meant);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** The first line that opens a quotation mark after a colon and does not close it; 0 if there is none. */
    private int openQuotation(String path) {
        List<String> lines = content.text(path).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[^\"#]*[:-] +\"[^\"]*")) {
                return i + 1;
            }
        }
        return 0;
    }

    private @Nullable String hint(String path, int line) {
        for (int at = line; at >= Math.max(1, line - 1); at--) {
            String hint = YamlLook.hint(line(path, at));
            if (hint != null) {
                return hint;
            }
        }
        return null;
    }

    private static @Nullable String version(String place, String written) {
        if (place.equals("/version") && written.matches("v?\\d+(\\.\\d+){0,2}")) {
            String plain = written.startsWith("v") ? written.substring(1) : written;
            return plain + ".0".repeat(3 - plain.split("\\.", -1).length);
        }
        if (place.equals("/kind")) {
            String kind = NearWord.of(written, List.of("base", "area"));
            if (kind != null) {
                return kind;
            }
        }
        String plain = written.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[ _]+", "-");
        return (place.equals("/id") || place.equals("/kind"))
                        && !plain.equals(written)
                        && plain.matches("[a-z][a-z0-9-]*")
                ? plain
                : null;
    }

    private String line(String path, int number) {
        return content.text(path).lines().skip(number - 1L).findFirst().orElse("");
    }

    /** Every parameter that any pack but the one of a file brings. */
    private Set<String> parameters(String of) {
        String own = folder(of);
        Set<String> keys = new TreeSet<>();
        for (String path : paths) {
            if (path.endsWith("/parameters.csv") && !path.startsWith(own) && !isDraft(path)) {
                content.text(path)
                        .lines()
                        .skip(1)
                        .forEach(row -> keys.add(row.substring(0, Math.max(0, row.indexOf(',')))));
            }
        }
        return keys;
    }

    /** Whether a pack stands over another, whose parameters are what its own may be meant for. */
    private boolean isDraft(String path) {
        String manifest = path.substring(0, path.lastIndexOf('/') + 1) + "pack.yaml";
        return paths.contains(manifest) && tree(manifest).value("/kind").value().equals("area");
    }

    private static String folder(String path) {
        return path.substring(0, path.indexOf('/', path.indexOf('/', Content.PACKS.length()) + 1) + 1);
    }

    private List<String> sources(String path) {
        List<String> sources = new ArrayList<>();
        String folder = folder(path);
        for (String file : paths) {
            if (file.endsWith("/pack.yaml") && (file.startsWith(folder) || !isDraft(file))) {
                sources.addAll(tree(file).each("sources", "id"));
            }
        }
        return sources;
    }
}

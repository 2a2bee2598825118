package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Area;
import org.risktriage.triage.RiskTriage;

/** The pages of ids and of instruments have each id that a rule of any pack can state, with those rules, and none else. */
class IdsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/ids.md");
    private static final Path INSTRUMENTS = Path.of("../docs/reference/instruments.md");
    private static final Path PACKS = Path.of("../risk-rules/src/main/resources/rulepacks");
    private static final String BASE = "england-wales";

    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\"(.*?)\nend", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("findings\\.(\\w+)\\( ?([^)]*?) ?\\);");
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z0-9-]+/)?[a-z-]+/[a-z0-9-]+)`");

    @Test
    void the_page_says_which_rule_states_which_id() throws IOException {
        Set<String> stated = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PACKS)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".drl"))::iterator) {
                statements(file, stated);
            }
        }

        assertThat(onPage(
                        Pattern.compile("criterion|prompt|action|gap|warning|level|handling"),
                        Pattern.compile(".* by|by")))
                .isEqualTo(stated);
    }

    @Test
    void the_page_says_which_rules_each_area_switches_off() throws IOException {
        RiskTriage triage = RiskTriage.bundled();
        Set<String> off = new TreeSet<>();
        for (Area area : triage.areas()) {
            for (String version : area.versions()) {
                triage.rulePack(area.id(), version)
                        .off()
                        .forEach(rule -> off.add("area " + area.id() + " switches off " + BASE + "/" + rule.rule()));
            }
        }

        assertThat(onPage(Pattern.compile("area"), Pattern.compile("switches off")))
                .isEqualTo(off);
    }

    @Test
    void the_page_says_which_areas_score_another_instrument() throws IOException {
        Set<String> others = new TreeSet<>();
        for (Area area : RiskTriage.bundled().areas()) {
            if (!area.instrument().id().equals("safelives-dash")) {
                others.add("| `" + area.id() + "` | `" + area.instrument().id() + "` |");
            }
        }
        Set<String> named = new TreeSet<>();
        Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("| area | instrument |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .forEach(named::add);

        assertThat(named).isEqualTo(others);
    }

    /** What the rules of a file can state, one line for each rule and id. */
    private static void statements(Path file, Set<String> stated) throws IOException {
        String topic = String.valueOf(file.getFileName()).replace(".drl", "");
        String pack = PACKS.relativize(file).getName(0).toString();
        Matcher rules = RULE.matcher(Files.readString(file));
        while (rules.find()) {
            String by = pack + "/" + topic + "/" + rules.group(1);
            Matcher statements = STATEMENT.matcher(rules.group(2));
            while (statements.find()) {
                String line = line(statements.group(1), statements.group(2).split(", ", -1));
                if (!line.isEmpty()) {
                    stated.add(line + " " + by);
                }
            }
        }
    }

    /** A statement as the page has it; nothing where it belongs to the action before it. */
    private static String line(String verb, String[] arguments) {
        String id = arguments[0].replace("\"", "");
        return switch (verb) {
            case "met" -> "criterion " + id + " met by";
            case "notMet", "notAbove" -> "criterion " + id + " not met by";
            case "outOfScope" -> "criterion " + (id.isEmpty() ? "every" : id) + " out of scope by";
            case "prompt" -> "prompt " + id + " " + arguments[1].replace("\"", "") + " stated by";
            case "warning" -> "warning " + id + " stated by";
            case "action" ->
                "action " + id + " " + arguments[1].replace("\"", "") + " to " + arguments[2].replace("\"", "")
                        + " stated by";
            case "noLevel" -> "level none stated by";
            case "level" -> "level " + id + " stated by";
            case "gap" -> "gap " + id + " stated by";
            case "neverDiscloseTo", "hideFromPatientOnlineAccess" -> "handling " + verb + " stated by";
            default -> {
                assertThat(verb).matches("because|due.*|offer|fallback|ask|first|meeting");
                yield "";
            }
        };
    }

    /** What the tables of some kinds say in some of their columns, one line for each rule that they name. */
    private static Set<String> onPage(Pattern kinds, Pattern columns) throws IOException {
        Set<String> lines = new TreeSet<>();
        List<String> header = List.of();
        List<String> last = List.of();
        List<String> both = new ArrayList<>(Files.readAllLines(PAGE));
        both.addAll(Files.readAllLines(INSTRUMENTS));
        for (String line : both) {
            if (!line.startsWith("|")) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells(line);
            } else if (!line.startsWith("|-") && kinds.matcher(header.get(0)).matches()) {
                last = filled(cells(line), last, header.get(0).matches("prompt|action") ? 2 : 1);
                lines(header, last, columns, lines);
            }
        }
        return lines;
    }

    private static void lines(List<String> header, List<String> row, Pattern columns, Set<String> lines) {
        String what = header.get(0) + " " + row.get(0).replace("`", "");
        if (header.get(0).equals("prompt") || header.get(0).equals("action")) {
            what += " " + row.get(1);
        }
        for (int column = 1; column < header.size(); column++) {
            if (columns.matcher(header.get(column)).matches()) {
                Matcher named = NAMED.matcher(row.get(column));
                while (named.find()) {
                    String rule = named.group(1);
                    boolean full = rule.indexOf('/') != rule.lastIndexOf('/');
                    lines.add(what + " " + header.get(column) + " " + (full ? rule : BASE + "/" + rule));
                }
            }
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** A row whose first cells are empty goes on with what the row before it says there. */
    private static List<String> filled(List<String> row, List<String> before, int first) {
        List<String> filled = new ArrayList<>(row);
        for (int i = 0; i < first && filled.get(i).isEmpty(); i++) {
            filled.set(i, before.get(i));
        }
        return filled;
    }
}

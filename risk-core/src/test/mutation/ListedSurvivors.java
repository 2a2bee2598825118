import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Compares the mutants that no test noticed with those that are listed with a reason. Run by the build after the mutation
 * test: {@code java ListedSurvivors.java mutations.xml survivors.csv}.
 *
 * <p>A mutant is known by its class, its method, its mutator and what became of it, never by a line, so that an edit
 * elsewhere in the file changes nothing here. Of several alike in one method only the number counts.
 */
final class ListedSurvivors {
    private static final String HEADER = "class,method,mutator,outcome,count,reason";

    /** Outcomes that have to be listed. A mutant that only took too long may be slow and not endless, so it is one. */
    private static final Map<String, String> OUTCOMES = Map.of(
            "SURVIVED", "survived",
            "NO_COVERAGE", "not-covered",
            "TIMED_OUT", "timed-out",
            "MEMORY_ERROR", "timed-out");

    /** Outcomes that need no word: a test noticed, or the mutant is no class that a JVM loads. */
    private static final Set<String> SETTLED = Set.of("KILLED", "NON_VIABLE");

    private ListedSurvivors() {}

    public static void main(String[] arguments) throws Exception {
        Path report = Path.of(arguments[0]);
        Path list = Path.of(arguments[1]);
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> found = found(report, wrong);
        Map<String, Integer> listed = listed(list, wrong);
        Set<String> keys = new TreeSet<>(found.keySet());
        keys.addAll(listed.keySet());
        for (String key : keys) {
            int now = found.getOrDefault(key, 0);
            int then = listed.getOrDefault(key, 0);
            if (now > then) {
                wrong.add(key + ": " + now + " found, " + then + " listed. Write a test, or list it with a reason.");
            } else if (now < then) {
                wrong.add(key + ": " + then + " listed, " + now + " found. Take it off the list.");
            }
        }
        if (!wrong.isEmpty()) {
            System.err.println(list.getFileName() + " and the mutants that no test notices differ:");
            wrong.forEach(line -> System.err.println("  " + line));
            System.exit(1);
        }
        int all = found.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Every mutant that no test notices is listed with a reason: " + all);
    }

    private static Map<String, Integer> found(Path report, List<String> wrong) throws Exception {
        NodeList mutants = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("mutation");
        if (mutants.getLength() == 0) {
            wrong.add("The report holds no mutant.");
        }
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < mutants.getLength(); i++) {
            Element mutant = (Element) mutants.item(i);
            String status = mutant.getAttribute("status");
            String outcome = OUTCOMES.getOrDefault(status, status);
            String key = String.join(
                    ",",
                    afterLast('.', text(mutant, "mutatedClass")),
                    method(text(mutant, "mutatedMethod")),
                    afterLast('.', text(mutant, "mutator")).replaceFirst("Mutator$", ""),
                    outcome);
            if (OUTCOMES.containsKey(status)) {
                found.merge(key, 1, Integer::sum);
            } else if (!SETTLED.contains(status)) {
                wrong.add(key + ": it could not be tried.");
            }
        }
        return found;
    }

    /** A lambda belongs to the method that it stands in: its own number changes with every lambda before it. */
    private static String method(String name) {
        return name.startsWith("lambda$") ? name.substring("lambda$".length(), name.lastIndexOf('$')) : name;
    }

    private static String afterLast(char mark, String text) {
        return text.substring(text.lastIndexOf(mark) + 1);
    }

    private static String text(Element mutant, String name) {
        return mutant.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Map<String, Integer> listed(Path list, List<String> wrong) throws Exception {
        List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            wrong.add("The first row has to be " + HEADER);
        }
        Map<String, Integer> listed = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        String before = "";
        for (int i = 1; i < lines.size(); i++) {
            // The reason stands last, so it may hold commas.
            String[] cells = lines.get(i).split(",", 6);
            String row = "Row " + (i + 1);
            if (cells.length < 6 || cells[5].isBlank() || !cells[4].matches("[1-9][0-9]*")) {
                wrong.add(row + ": a row is " + HEADER + ", with a count of at least 1 and a reason.");
                continue;
            }
            String key = String.join(",", cells[0], cells[1], cells[2], cells[3]);
            if (!seen.add(key)) {
                wrong.add(row + ": " + key + " is listed twice.");
            } else if (key.compareTo(before) < 0) {
                wrong.add(row + ": rows stand in the order of their letters.");
            }
            before = key;
            listed.merge(key, Integer.parseInt(cells[4]), Integer::sum);
        }
        return listed;
    }
}

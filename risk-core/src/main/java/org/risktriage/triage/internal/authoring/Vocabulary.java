package org.risktriage.triage.internal.authoring;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.BaseCriterion;
import org.risktriage.rules.BeyondCalendar;
import org.risktriage.rules.Call;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Earlier;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Findings;
import org.risktriage.rules.FurtherIncident;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Outcome;
import org.risktriage.rules.Perpetrator;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Referral;
import org.risktriage.rules.Row;
import org.risktriage.rules.Support;
import org.risktriage.rules.Victim;
import org.risktriage.triage.internal.rules.Decided;
import org.risktriage.triage.internal.rules.Given;

/** The words that a rule may use: fact types with their fields, and the verbs of {@link Findings}. */
final class Vocabulary {
    private static final List<Class<?>> FACTS = List.of(
            BaseCriterion.class,
            BeyondCalendar.class,
            Call.class,
            Checklist.class,
            Children.class,
            Circumstances.class,
            Earlier.class,
            FurtherIncident.class,
            History.class,
            Incident.class,
            Judgement.class,
            Outcome.class,
            Perpetrator.class,
            Policy.class,
            Referral.class,
            Row.class,
            Support.class,
            Victim.class);

    /** Facts whose fields have the names that a request gives them. */
    private static final Set<String> ASKED = Set.of("Victim", "Circumstances", "Support");

    private static final Set<String> DECIDING = Set.of("met", "notMet", "notAbove", "outOfScope", "level", "noLevel");

    /** How an item is named: a letter of the instrument's own, and its number. */
    static final String ITEM = "[a-z][1-9][0-9]?";

    /** What kind of value a field, a variable or a literal has. */
    enum Kind {
        /** A word. */
        WORD,
        /** A whole number. */
        NUMBER,
        /** A calendar day. */
        DAY,
        /** Several words. */
        WORDS;

        static @Nullable Kind of(Class<?> type) {
            if (type == String.class) {
                return WORD;
            }
            if (type == int.class || type == long.class) {
                return NUMBER;
            }
            if (type == LocalDate.class) {
                return DAY;
            }
            return Collection.class.isAssignableFrom(type) ? WORDS : null;
        }
    }

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Map<String, Kind>> fields = new TreeMap<>();
    private final Map<String, List<List<Kind>>> verbs = new TreeMap<>();

    Vocabulary() {
        for (Class<?> type : FACTS) {
            Map<String, Kind> kinds = new TreeMap<>();
            for (Method method : type.getDeclaredMethods()) {
                Kind kind = Kind.of(method.getReturnType());
                if (Modifier.isPublic(method.getModifiers())
                        && method.getName().startsWith("get")
                        && method.getParameterCount() == 0
                        && kind != null) {
                    String name = method.getName().substring(3);
                    kinds.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), kind);
                }
            }
            types.put(type.getSimpleName(), type);
            fields.put(type.getSimpleName(), kinds);
        }
        for (Method method : Findings.class.getMethods()) {
            List<Kind> kinds = new ArrayList<>();
            for (Class<?> parameter : method.getParameterTypes()) {
                Kind kind = Kind.of(parameter);
                if (kind == null) {
                    throw new IllegalStateException("The verb " + method.getName() + " takes what no rule can give.");
                }
                kinds.add(kind);
            }
            verbs.computeIfAbsent(method.getName(), name -> new ArrayList<>()).add(kinds);
        }
    }

    /** The types that a rule may name. */
    static List<Class<?>> types() {
        return FACTS;
    }

    boolean isFact(String type) {
        return types.containsKey(type);
    }

    /** The names that may stand for a fact type. */
    Set<String> facts() {
        return types.keySet();
    }

    /** The imports that compiled rules need; authors write none. */
    static List<String> imports() {
        return Stream.concat(
                        Stream.of(Given.class, Decided.class), FACTS.stream().filter(Fact.class::isAssignableFrom))
                .map(Class::getName)
                .toList();
    }

    /** Whether an assessment has exactly one fact of a type, so that its fields can be read without matching it. */
    boolean isOne(String type) {
        Class<?> known = types.get(type);
        return known != null && !Fact.class.isAssignableFrom(known);
    }

    /** The names of the types of which there may be several, or none. */
    Set<String> several() {
        Set<String> several = new TreeSet<>(types.keySet());
        several.removeIf(this::isOne);
        return several;
    }

    /** The kind of a field, or null if the type has no such field. */
    @Nullable
    Kind field(String type, String name) {
        Map<String, Kind> kinds = fields.get(type);
        return kinds == null ? null : kinds.get(name);
    }

    /** The names of a type's fields. */
    Set<String> fields(String type) {
        return fields.getOrDefault(type, Map.of()).keySet();
    }

    /** The kind of value that a reading of the policy gives, or null if there is no such reading. */
    @Nullable
    Kind reading(String type, String name) {
        if (!type.equals(Policy.class.getSimpleName())) {
            return null;
        }
        return switch (name) {
            case "number" -> Kind.NUMBER;
            case "text" -> Kind.WORD;
            case "list" -> Kind.WORDS;
            default -> null;
        };
    }

    boolean isVerb(String name) {
        return verbs.containsKey(name);
    }

    /** The names of all verbs. */
    Set<String> verbs() {
        return verbs.keySet();
    }

    boolean takes(String verb, List<Kind> arguments) {
        return verbs.getOrDefault(verb, List.of()).contains(arguments);
    }

    /** Whether a verb decides (a level, a criterion) and so belongs to a route rule. */
    static boolean decides(String verb) {
        return DECIDING.contains(verb);
    }

    /**
     * Whether a rule may say that something is to be asked: an item, the answers or the children as a whole, or a field of
     * something that a request describes.
     */
    boolean canBeAsked(String field, int items) {
        int item = item(field);
        if (item > 0) {
            return item <= items;
        }
        int dot = field.indexOf('.');
        if (dot < 1) {
            return field.equals("answers") || field.equals("children");
        }
        String type = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1, dot);
        return ASKED.contains(type) && field(type, field.substring(dot + 1)) != null;
    }

    /** The kinds of arguments that a verb takes, for a message. */
    String arguments(String verb) {
        return String.join(
                " or ",
                verbs.getOrDefault(verb, List.of()).stream()
                        .map(kinds -> "("
                                + String.join(
                                        ", ",
                                        kinds.stream()
                                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                                .toList())
                                + ")")
                        .sorted()
                        .toList());
    }

    /** Whether a field of the checklist is the answer to one item: its number, or 0. */
    static int item(String field) {
        return field.matches("q[1-9][0-9]?") ? Integer.parseInt(field.substring(1)) : 0;
    }

    static String join(Collection<String> words) {
        return String.join(", ", words);
    }
}

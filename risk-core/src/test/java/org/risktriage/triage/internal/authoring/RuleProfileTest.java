package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;

/** What a rule file may hold, and a collection of what it may not. */
class RuleProfileTest {
    private static final String FILE = "rulepacks/made-up/1.0.0/rules/topic.drl";
    private static final String MARKER = "risk.triage.marker";
    private static final String TOUCH = "System.setProperty( \"" + MARKER + "\", \"set\" )";
    private static final PackWords WORDS = new PackWords(
            "made-up",
            Set.of("visible-high-risk", "repeat"),
            Set.of("made-up-source"),
            Set.of("line", "kinds"),
            Set.of("line"),
            "q",
            24,
            Set.of("q18:children"),
            Set.of("made-up-service", "made-up-helpline"));
    private static final String ANNOTATIONS =
            "    @says( \"Made up.\" )\n    @source( \"made-up-source\" )\n    @confidence( \"I\" )\n";
    private static final String GOOD = rule("Checklist( q1 == \"yes\" )", "findings.warning( \"made-up\" );");

    @AfterEach
    void no_text_has_run() {
        assertThat(System.getProperty(MARKER)).isNull();
        assertThat(System.getProperty("risk.triage.never")).isNull();
    }

    // ---- what passes

    @Test
    void every_bundled_rule_file_passes() {
        assertThat(PackReader.read(List.of(Content.bundled())).all())
                .isNotEmpty()
                .allSatisfy(pack -> {
                    PackFaults faults = new PackFaults();
                    RuleProfile profile = new RuleProfile(
                            PackWords.of(pack, InstrumentReader.read(Content.bundled(), pack.instrument())), faults);
                    List<CheckedRule> rules = new ArrayList<>();
                    pack.ruleFiles()
                            .forEach(file -> rules.addAll(
                                    profile.check(file, pack.content().text(file))));
                    assertThat(faults.found()).isEmpty();
                    assertThat(rules).hasSize(pack.manifest().rules());
                });
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                both("a comparison", "Checklist( q1 == \"yes\" )", "findings.warning( \"w\" );"),
                both("several, by commas", "Checklist( q1 == \"yes\", yes > 3 )", "findings.warning( \"w\" );"),
                both(
                        "and, or, brackets",
                        "Checklist( ( q1 == \"yes\" || q2 == \"no\" ) && yes >= 3 )",
                        "findings.warning( \"w\" );"),
                both("a detail", "Checklist( details contains \"q18:children\" )", "findings.warning( \"w\" );"),
                both("no comparison", "Checklist()", "findings.warning( \"w\" );"),
                both("two facts", "Checklist()\n    Victim( age < 18 )", "findings.warning( \"w\" );"),
                both("not", "not Referral()", "findings.warning( \"w\" );"),
                both("exists", "exists Referral( withinMonths <= 12 )", "findings.warning( \"w\" );"),
                both(
                        "a parameter",
                        "Policy( $line : number( \"line\" ) )\n    Checklist( yes >= $line )",
                        "findings.met( \"repeat\" );"),
                both(
                        "a list",
                        "Policy( $k : list( \"kinds\" ) )\n    Incident( kind memberOf $k )",
                        "findings.met( \"repeat\" );"),
                both(
                        "a join",
                        "Perpetrator( $who : ref )\n    Incident( perpetrator == $who )",
                        "findings.met( \"repeat\" );"),
                both(
                        "a count",
                        "accumulate( $i : Incident( crime == \"yes\" ); $n : count( $i ); $n >= 3 )",
                        "findings.met( \"repeat\" );"),
                both(
                        "a day",
                        "Referral( $on : referredOn )",
                        "findings.action( \"a\", \"r\", \"t\" );\n    findings.dueWithinDaysOf( $on, 7 );"),
                both("two statements", "Checklist()", "findings.met( \"repeat\" );\n    findings.level( \"high\" );"));
    }

    private static Arguments both(String name, String when, String then) {
        return Arguments.of(name, when, then);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("allowed")
    void what_the_vocabulary_offers_passes(String name, String when, String then) {
        assertThat(faults(rule(when, then))).isEmpty();
    }

    @Test
    void comments_pass_between_rules_and_leave_no_trace() {
        String text = "// one line\n/* several\n   lines */\n" + GOOD + "// the end\n";

        assertThat(rules(text)).hasSize(1);
        assertThat(rules(text).get(0).conditions() + rules(text).get(0).consequence())
                .doesNotContain("line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* no comment */", "// no comment", "*/", "/*", "end", "then", "rule", "when", "http://x"})
    void signs_of_comments_and_keywords_within_a_sentence_are_words(String words) {
        List<CheckedRule> rules = rules(GOOD.replace("Made up.", words));

        assertThat(rules).singleElement().extracting(CheckedRule::says).isEqualTo(words);
    }

    @Test
    void the_text_that_is_compiled_is_written_anew() {
        String text = rule(
                "Checklist(q1==\"yes\"  ,yes>=3,   $yes:yes)",
                "findings . level(  \"high\"  )  ;   findings.met(\"repeat\");");

        assertThat(rules(text)).singleElement().satisfies(rule -> {
            assertThat(rule.conditions())
                    .contains("q1 == \"yes\", ", "yes >= 3, ", "$yes : ")
                    .doesNotContain("==\"", "  ,", "   $");
            assertThat(rule.consequence()).isEqualTo("""
    findings.rule( "made-up/topic/made-up" );
    findings.level( "high" );
    findings.met( "repeat" );
""");
        });
    }

    @Test
    void single_quotation_marks_and_brackets_around_facts_come_out_plain() {
        assertThat(rules(rule("( Checklist( q1 == 'yes' ) and Victim() )", "findings.warning( \"w\" );")))
                .singleElement()
                .extracting(CheckedRule::conditions)
                .satisfies(conditions ->
                        assertThat(conditions).contains("q1 == \"yes\"").doesNotContain("'", " and "));
    }

    @Test
    void an_empty_file_holds_no_rule_and_no_fault() {
        assertThat(rules("")).isEmpty();
        assertThat(faults("")).isEmpty();
    }

    // ---- what is refused in the file around the rules

    static Stream<Arguments> hostileFiles() {
        return Stream.of(
                Arguments.of("import", "import java.lang.System;\n" + GOOD),
                Arguments.of("import of everything", "import java.io.*;\n" + GOOD),
                Arguments.of("import static", "import static java.lang.System.setProperty;\n" + GOOD),
                Arguments.of("import function", "import function java.lang.System.setProperty;\n" + GOOD),
                Arguments.of("import accumulate", "import accumulate java.lang.Object made;\n" + GOOD),
                Arguments.of("import acc", "import acc java.lang.Object made;\n" + GOOD),
                Arguments.of("function", "function void f() { " + TOUCH + "; }\n" + GOOD),
                Arguments.of("function with a result", "function boolean f(String s) { return true; }\n" + GOOD),
                Arguments.of("global", "global java.util.List list\n" + GOOD),
                Arguments.of("declare", "declare Made\n  word : String\nend\n" + GOOD),
                Arguments.of("declare with initialiser", "declare Made\n  word : String = " + TOUCH + "\nend\n" + GOOD),
                Arguments.of("declare a known fact", "declare Checklist\n  @role( event )\nend\n" + GOOD),
                Arguments.of("declare trait", "declare trait Made\n  word : String\nend\n" + GOOD),
                Arguments.of("declare enum", "declare enum Made A, B; end\n" + GOOD),
                Arguments.of("declare entry-point", "declare entry-point made end\n" + GOOD),
                Arguments.of("declare window", "declare window W Checklist() over window:length( 1 ) end\n" + GOOD),
                Arguments.of("package", "package org.risktriage.rules;\n" + GOOD),
                Arguments.of("package without semicolon", "package made\n" + GOOD),
                Arguments.of("unit", "unit Made;\n" + GOOD),
                Arguments.of("dialect for the file", "dialect \"mvel\"\n" + GOOD),
                Arguments.of("salience for the file", "salience 10\n" + GOOD),
                Arguments.of("expander", "expander made.dsl\n" + GOOD),
                Arguments.of("template", "template header\nx\n" + GOOD),
                Arguments.of("words before the first rule", "hello\n" + GOOD),
                Arguments.of("words after the last rule", GOOD + "hello\n"),
                Arguments.of("Java after the last rule", GOOD + TOUCH + ";\n"),
                Arguments.of("a rule cut short", GOOD + "rule \"cut\"\n" + ANNOTATIONS + "when\n    Checklist()\n"),
                Arguments.of("a rule without then", "rule \"cut\"\n" + ANNOTATIONS + "when\n    Checklist()\nend\n"),
                Arguments.of(
                        "a rule without when",
                        "rule \"cut\"\n" + ANNOTATIONS + "then\n    findings.met( \"repeat\" );\nend\n"),
                Arguments.of("an open comment", GOOD + "/* open\n" + GOOD),
                Arguments.of("an open sentence", GOOD.replace("Made up.\"", "Made up.")),
                Arguments.of("a file that is too large", GOOD + "// " + "x".repeat(200_000)));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("hostileFiles")
    void anything_but_rules_is_refused_naming_the_file(String name, String text) {
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.startsWith(FILE));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("hostileFiles")
    void a_file_that_is_refused_hands_over_no_rule(String name, String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0041",
                "\\",
                "\\n",
                "\t",
                "\r",
                "\u0000",
                "\u00a0",
                "\u00e9",
                "\u201cquoted\u201d",
                "\u2013",
                "\u200b",
                "\u202e",
                "\ufeff",
                "\u0441",
                "\ud835\udd04",
                "\u007f"
            })
    void a_sign_that_is_not_plain_is_refused_with_its_line(String sign) {
        assertThat(faults("// first\n// second " + sign + "\n" + GOOD))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", line 2: "));
    }

    // ---- what is refused within a rule

    static Stream<Arguments> hostileRules() {
        String then = "findings.warning( \"w\" );";
        return Stream.of(
                // attributes
                head("salience", "salience 10"),
                head("a computed salience", "salience( " + TOUCH + ".length() )"),
                head("enabled", "enabled false"),
                head("a computed enabled", "enabled( " + TOUCH + " == null )"),
                head("no-loop", "no-loop true"),
                head("lock-on-active", "lock-on-active true"),
                head("duration", "duration 1000"),
                head("timer", "timer( int: 1s 1s )"),
                head("a computed timer", "timer( expr: " + TOUCH + " )"),
                head("calendars", "calendars \"made-up\""),
                head("dialect mvel", "dialect \"mvel\""),
                head("dialect java", "dialect \"java\""),
                head("agenda-group", "agenda-group \"made-up\""),
                head("auto-focus", "auto-focus true"),
                head("activation-group", "activation-group \"made-up\""),
                head("ruleflow-group", "ruleflow-group \"made-up\""),
                head("date-effective", "date-effective \"01-Jan-2026\""),
                head("date-expires", "date-expires \"01-Jan-2026\""),
                Arguments.of("query", "query \"made\"\n  Checklist()\nend\n" + GOOD),
                Arguments.of("query with parameters", "query made( String $x )\n  Checklist()\nend\n" + GOOD),
                // annotations
                head("an unknown annotation", "@made( \"up\" )"),
                head("an annotation of Drools", "@Propagation( IMMEDIATE )"),
                head("an annotation with an expression", "@made( " + TOUCH + " )"),
                Arguments.of("a sentence that is an expression", GOOD.replace("\"Made up.\"", TOUCH)),
                Arguments.of("a sentence added up", GOOD.replace("\"Made up.\"", "\"Made\" + \"up.\"")),
                Arguments.of(
                        "a sentence with a second value", GOOD.replace("\"Made up.\"", "value = \"a\", other = \"b\"")),
                Arguments.of("no sentence", GOOD.replace("@says( \"Made up.\" )", "")),
                Arguments.of("an empty sentence", GOOD.replace("Made up.", "")),
                Arguments.of("a sentence that is too long", GOOD.replace("Made up.", "x".repeat(401))),
                Arguments.of("no source", GOOD.replace("@source( \"made-up-source\" )", "")),
                Arguments.of("an unknown source", GOOD.replace("made-up-source", "hearsay")),
                Arguments.of("no confidence", GOOD.replace("@confidence( \"I\" )", "")),
                Arguments.of("an unknown confidence", GOOD.replace("\"I\"", "\"Z\"")),
                Arguments.of("a placeholder that nothing binds", GOOD.replace("Made up.", "{yes} answers")),
                Arguments.of("an open brace", GOOD.replace("Made up.", "a { brace")),
                Arguments.of("a placeholder within a placeholder", GOOD.replace("Made up.", "a {{yes}}")),
                Arguments.of("an empty placeholder", GOOD.replace("Made up.", "a {}")),
                // names
                Arguments.of("a name in capitals", GOOD.replace("rule \"made-up\"", "rule \"Made Up\"")),
                Arguments.of("a name with a quotation mark", GOOD.replace("rule \"made-up\"", "rule 'made\"up'")),
                Arguments.of(
                        "a name that ends the string",
                        GOOD.replace("rule \"made-up\"", "rule 'a\"); " + TOUCH.replace('"', '`') + "; //'")),
                Arguments.of("a name with a slash", GOOD.replace("rule \"made-up\"", "rule \"../made-up\"")),
                Arguments.of("a parent", GOOD + GOOD.replace("rule \"made-up\"", "rule \"child\" extends \"made-up\"")),
                // conditions
                when("no condition", ""),
                when("eval", "eval( " + TOUCH + " == null )"),
                when("eval of true", "eval( true )"),
                when("eval within a fact", "Checklist( eval( " + TOUCH + " == null ) )"),
                when("a method called on a field", "Checklist( q1.isEmpty() )"),
                when("a method called on a field and compared", "Checklist( q1.length() == 3 )"),
                when("a chain of calls", "Checklist( q1.getClass().getName() == \"x\" )"),
                when("getClass", "Checklist( getClass() == \"x\" )"),
                when("class as a field", "Checklist( class == \"x\" )"),
                when("this", "Checklist( this != \"x\" )"),
                when("a getter by its name", "Checklist( getYes() >= 3 )"),
                when("a static call", "Checklist( " + TOUCH + " == \"x\" )"),
                when("a static call on the right", "Checklist( q1 == " + TOUCH + " )"),
                when("a constructor", "Checklist( q1 == new String( \"yes\" ) )"),
                when("a constructor of a process", "Checklist( new ProcessBuilder( \"x\" ).start() != null )"),
                when("an array", "Checklist( q1 == new String[] { \"yes\" }[ 0 ] )"),
                when("an index", "Checklist( details[ 0 ] == \"x\" )"),
                when("a map access", "Checklist( details[ \"x\" ] == \"x\" )"),
                when("an inline cast", "Checklist( details#java.util.ArrayList.size() > 1 )"),
                when("a cast", "Checklist( (String) q1 == \"yes\" )"),
                when("null safe", "Checklist( q1!.length() > 1 )"),
                when("instanceof", "Checklist( q1 instanceof String )"),
                when("sum", "Checklist( yes + no > 3 )"),
                when("a ternary", "Checklist( q1 == \"yes\" ? true : false )"),
                when("an assignment", "Checklist( yes = 24 )"),
                when("modulo", "Checklist( yes % 2 == 0 )"),
                when("negation", "Checklist( !( q1 == \"yes\" ) )"),
                when("a bare field", "Checklist( yes )"),
                when("matches", "Checklist( q1 matches \"(a+)+b\" )"),
                when("str", "Checklist( q1 str[startsWith] \"y\" )"),
                when("soundslike", "Checklist( q1 soundslike \"yes\" )"),
                when("in", "Checklist( q1 in ( \"yes\", \"no\" ) )"),
                when("not contains", "Checklist( details not contains \"q18:children\" )"),
                when("excludes", "Checklist( details excludes \"q18:children\" )"),
                when("a custom operator", "Checklist( q1 ##made \"yes\" )"),
                when("null", "Checklist( q1 == null )"),
                when("true", "Checklist( q1 == true )"),
                when("a decimal", "Checklist( yes >= 3.5 )"),
                when("a negative number", "Checklist( yes >= -1 )"),
                when("a number in hexadecimal", "Checklist( yes >= 0xE )"),
                when("a number that is too long", "Checklist( yes >= 1234567890 )"),
                when("an abbreviated or", "Checklist( q1 == \"yes\" || == \"no\" )"),
                when("from a call", "String() from " + TOUCH),
                when("a fact from a list", "Checklist() from $list"),
                when("from collect", "java.util.ArrayList( size > 1 ) from collect( Incident() )"),
                when("a fact from collect", "Children() from collect( Incident() )"),
                when("entry-point", "Checklist() from entry-point \"made-up\""),
                when("a window", "Incident() over window:length( 3 )"),
                when("an OOPath", "/checklist[ yes > 3 ]"),
                when("a path within a fact", "Checklist( /details )"),
                when("a query call", "?made( \"x\"; )"),
                when("positions", "Checklist( \"yes\"; )"),
                when("a fact that is bound", "$c : Checklist()"),
                when("a fact that is unified", "$c := Checklist()"),
                when("a fact by its full name", "org.risktriage.rules.Checklist( yes > 3 )"),
                when("a fact that is not there", "String( length > 1 )"),
                when("Object", "Object()"),
                when("Findings as a fact", "Findings()"),
                when("a field that is not there", "Checklist( score > 3 )"),
                when("a question that the instrument does not have", "Checklist( q25 == \"yes\" )"),
                when("a homoglyph of a latin letter that passes as ASCII", "Check1ist( q1 == \"yes\" )"),
                when("a name of 100 letters", "Checklist( " + "a".repeat(100) + " == \"yes\" )"),
                when("a variable of 100 letters", "Checklist( $" + "a".repeat(100) + " : yes )"),
                when("a variable without its sign", "Checklist( yes : yes )"),
                when("a variable bound twice", "Checklist( $n : yes, $n : no )"),
                when("a variable that is not bound", "Checklist( yes >= $line )"),
                when("a binding of a call", "Checklist( $n : q1.length() )"),
                when("a binding of an expression", "Checklist( $n : yes + 1 )"),
                when("a binding and a comparison in one", "Checklist( $n : yes >= 3 )"),
                when("a binding within not", "not Referral( $on : referredOn )"),
                when("a binding within exists", "exists Referral( $on : referredOn )"),
                when("a word compared with a number", "Checklist( q1 == 1 )"),
                when("a number compared with a word", "Checklist( yes == \"3\" )"),
                when("an order of words", "Checklist( q1 > \"no\" )"),
                when("an order of days", "Referral( $on : referredOn )\n    Incident( on > $on )"),
                when("a list compared", "Checklist( details == \"q18:children\" )"),
                when(
                        "a detail that the instrument does not declare",
                        "Checklist( details contains \"q18:neighbour\" )"),
                when("a detail from a variable", "Perpetrator( $r : ref )\n    Checklist( details contains $r )"),
                when("a parameter that is not there", "Policy( $x : number( \"absent\" ) )"),
                when("a parameter that is no number", "Policy( $x : number( \"kinds\" ) )"),
                when("a parameter without quotation marks", "Policy( $x : number( line ) )"),
                when("a parameter that is not bound", "Policy( number( \"line\" ) >= 3 )"),
                when("a reading of another fact", "Checklist( $x : number( \"line\" ) )"),
                when("an unknown reading", "Policy( $x : toString( \"line\" ) )"),
                when("or between facts", "( Checklist( q1 == \"yes\" ) or Checklist( q2 == \"yes\" ) )"),
                when("or without brackets", "Checklist( q1 == \"yes\" ) or Checklist( q2 == \"yes\" )"),
                when("not before two facts", "not( Checklist() and Victim() )"),
                when("not before not", "not( not Referral() )"),
                when("forall", "forall( Incident( crime == \"yes\" ) )"),
                when("a named consequence", "Checklist()\n    do[ made ]"),
                when("a condition that breaks", "Checklist( yes > 3 ) break[ made ]"),
                when("if", "Checklist()\n    if ( yes > 3 ) do[ made ]"),
                when("an annotation on a fact", "Checklist() @watch( yes )"),
                // counts
                when(
                        "accumulate with code",
                        "Children( recorded > 1 ) from accumulate( Incident(), init( int n = 0; ), action( n++; ), result( n ) )"),
                when(
                        "accumulate with hostile code",
                        "Children() from accumulate( Incident(), init( " + TOUCH + "; ), action( ), result( 1 ) )"),
                when(
                        "accumulate with reverse",
                        "Children() from accumulate( Incident(), init( ), action( ), reverse( " + TOUCH
                                + "; ), result( 1 ) )"),
                when("sum of a field", "accumulate( Incident( $m : withinMonths ); $n : sum( $m ); $n >= 3 )"),
                when("min", "accumulate( $i : Incident(); $n : min( $i ); $n >= 3 )"),
                when("collectList", "accumulate( $i : Incident(); $n : collectList( $i ); $n >= 3 )"),
                when("a function of the author", "accumulate( $i : Incident(); $n : made( $i ); $n >= 3 )"),
                when("a count of an expression", "accumulate( $i : Incident(); $n : count( " + TOUCH + " ); $n >= 3 )"),
                when("two functions", "accumulate( $i : Incident(); $n : count( $i ), $m : count( $i ); $n >= 3 )"),
                when(
                        "two facts in a count",
                        "accumulate( ( $i : Incident() and Referral() ); $n : count( $i ); $n >= 3 )"),
                when(
                        "a count within a count",
                        "accumulate( accumulate( $i : Incident(); $m : count( $i ); $m >= 1 ); $n : count( $m ); $n >= 3 )"),
                when("a count without a comparison", "accumulate( $i : Incident(); $n : count( $i ) )"),
                when("two comparisons of a count", "accumulate( $i : Incident(); $n : count( $i ); $n >= 3, $n <= 9 )"),
                when(
                        "a count compared with a call",
                        "accumulate( $i : Incident(); $n : count( $i ); $n >= " + TOUCH + ".length() )"),
                when(
                        "a count of what a call gives",
                        "accumulate( $i : Incident() from " + TOUCH + "; $n : count( $i ); $n >= 1 )"),
                when("a binding within a count", "accumulate( $i : Incident( $k : kind ); $n : count( $i ); $n >= 3 )"),
                // statements
                then("no statement", ""),
                then("System.exit", "System.exit( 1 );"),
                then("a marker", TOUCH + ";"),
                then("a statement and then Java", then + " " + TOUCH + ";"),
                then("an assignment", "findings = null;"),
                then("a variable of Java", "int n = 1; " + then),
                then("if", "if ( true ) { " + then + " }"),
                then("a loop", "while ( true ) { " + then + " }"),
                then("a block", "{ " + then + " }"),
                then("a lambda", "Runnable r = () -> " + TOUCH + "; r.run();"),
                then("an anonymous class", "new Object() { { " + TOUCH + "; } };"),
                then("drools", "drools.halt();"),
                then("drools within an argument", "findings.warning( drools.getRule().getName() );"),
                then("kcontext", "kcontext.getKieRuntime().halt();"),
                then("insert", "insert( \"x\" );"),
                then("insertLogical", "insertLogical( \"x\" );"),
                then("modify", "modify( findings ) { met( \"repeat\" ) }"),
                then("update", "update( findings );"),
                then("delete", "delete( findings );"),
                then("retract", "retract( findings );"),
                then("channels", "channels[ \"x\" ].send( \"y\" );"),
                then("a verb that is not there", "findings.lower( \"repeat\" );"),
                then("a method of every object", "findings.getClass();"),
                then("hashCode", "findings.hashCode();"),
                then("the private verb that names the rule", "findings.rule( \"other/topic/rule\" );"),
                then("the private verb that gives a value", "findings.value( \"a\", \"b\" );"),
                then("a chain", "findings.warning( \"w\" ).toString();"),
                then("words added up", "findings.warning( \"a\" + \"b\" );"),
                then("a call as argument", "findings.warning( String.valueOf( 1 ) );"),
                then("a constructor as argument", "findings.warning( new String( \"a\" ) );"),
                then("a cast as argument", "findings.warning( (String) \"a\" );"),
                then("null as argument", "findings.warning( null );"),
                then("a word in single quotation marks", "findings.warning( 'a' );"),
                then("too few arguments", "findings.prompt( \"p\" );"),
                then("too many arguments", "findings.warning( \"a\", \"b\" );"),
                then("a number for a word", "findings.warning( 1 );"),
                then("a word for a number", "findings.notMet( \"repeat\", \"0\", 1 );"),
                then("arguments without a comma", "findings.prompt( \"p\" \"critical\" );"),
                then("a comma too many", "findings.prompt( \"p\", \"critical\", );"),
                then("no semicolon", "findings.warning( \"w\" )"),
                then("two semicolons", "findings.warning( \"w\" );;"),
                then("a variable that is not bound", "findings.warning( $w );"),
                then("a criterion that the pack does not list", "findings.met( \"made-up-criterion\" );"),
                then("a criterion from a variable", "findings.met( $q );"),
                then("a level that does not exist", "findings.level( \"extreme\" );"),
                then("a severity that does not exist", "findings.prompt( \"p\", \"mild\" );"),
                then("because before an action", "findings.because( \"q1\" );"),
                then(
                        "because before its action",
                        "findings.because( \"q1\" ); findings.action( \"a\", \"r\", \"t\" );"),
                then("due before its action", "findings.dueImmediately(); findings.action( \"a\", \"r\", \"t\" );"),
                then("due after a warning", "findings.warning( \"w\" ); findings.dueImmediately();"),
                then("deciding and advising at once", "findings.met( \"repeat\" ); findings.warning( \"w\" );"),
                then("advising and deciding at once", "findings.warning( \"w\" ); findings.level( \"high\" );"),
                // nothing may lower
                both2(
                        "a decider that reads the outcome",
                        "Outcome( level == \"high\" )",
                        "findings.met( \"repeat\" );"),
                both2(
                        "a decider that reads the outcome within not",
                        "not Outcome( level == \"high\" )",
                        "findings.notMet( \"repeat\", 0, 1 );"),
                both2("a raising rule with not", "Checklist()\n    not Referral()", "findings.met( \"repeat\" );"),
                both2("a raising rule that needs a no", "Checklist( q2 == \"no\" )", "findings.met( \"repeat\" );"),
                both2(
                        "a raising rule that needs anything but a yes",
                        "Checklist( q2 != \"yes\" )",
                        "findings.level( \"high\" );"),
                both2(
                        "a raising rule that needs an unknown",
                        "Checklist( q2 == \"dont-know\" )",
                        "findings.level( \"medium\" );"),
                both2("a raising rule that needs few yes", "Checklist( yes < 3 )", "findings.met( \"repeat\" );"),
                both2(
                        "a raising rule that needs so many yes and no more",
                        "Checklist( yes <= 3 )",
                        "findings.level( \"medium\" );"),
                both2(
                        "a raising rule that needs exactly so many yes",
                        "Checklist( yes == 3 )",
                        "findings.met( \"repeat\" );"),
                both2("a raising rule that counts the no", "Checklist( no >= 3 )", "findings.met( \"repeat\" );"),
                both2(
                        "a raising rule that counts the unknown",
                        "Checklist( unknown >= 3 )",
                        "findings.level( \"high\" );"),
                both2(
                        "a raising rule that needs a no in an or",
                        "Checklist( q1 == \"yes\" || q2 == \"no\" )",
                        "findings.met( \"repeat\" );"),
                both2(
                        "a raising rule that needs few incidents",
                        "accumulate( $i : Incident(); $n : count( $i ); $n < 3 )",
                        "findings.met( \"repeat\" );"),
                both2(
                        "a raising rule that needs exactly so many incidents",
                        "accumulate( $i : Incident(); $n : count( $i ); $n == 3 )",
                        "findings.met( \"repeat\" );"));
    }

    private static Arguments head(String name, String attribute) {
        return Arguments.of(name, GOOD.replace("when\n", "    " + attribute + "\nwhen\n"));
    }

    private static Arguments when(String name, String conditions) {
        return Arguments.of(name, rule(conditions, "findings.warning( \"w\" );"));
    }

    private static Arguments then(String name, String statements) {
        return Arguments.of(name, rule("Checklist( $q : q1 )", statements));
    }

    private static Arguments both2(String name, String conditions, String statements) {
        return Arguments.of(name, rule(conditions, statements));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("hostileRules")
    void what_the_vocabulary_does_not_offer_is_refused_with_file_and_line(String name, String text) {
        assertThat(faults(text))
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault).matches("(?s)\\Q" + FILE + "\\E, line \\d+(, rule '[^']*')?: .*"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("hostileRules")
    void a_fault_never_repeats_the_text_that_is_refused(String name, String text) {
        assertThat(faults(text)).noneMatch(fault -> fault.contains(MARKER) || fault.contains("System"));
    }

    @Test
    void a_fault_in_one_rule_does_not_hide_the_fault_in_the_next() {
        String text = rule("Checklist( score > 3 )", "findings.warning( \"w\" );")
                + rule("Checklist()", "findings.lower( \"w\" );").replace("\"made-up\"\n", "\"next\"\n");

        assertThat(faults(text)).hasSize(2);
    }

    @Test
    void the_line_is_that_of_the_condition() {
        assertThat(faults("// one\n// two\n"
                        + rule("Checklist()\n    Victim( score > 3 )", "findings.warning( \"w\" );")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", line 9, rule 'made-up': "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings.warning( \"w\" ); // \" ); System.exit( 1 );",
                "findings.warning( \"w\" ); /* System.exit( 1 ); */",
                "/* findings.warning( \"w\" ); */ findings.warning( \"x\" );",
                "findings.warning( /* \"System\" + */ \"w\" );",
                "findings.warning( \"w/*\" ); findings.warning( \"*/\" );",
                "findings.warning( \"//\" ); System.exit( 1 );",
            })
    void a_comment_among_statements_smuggles_nothing(String statements) {
        assertThat(rules(rule("Checklist()", statements)))
                .noneMatch(rule -> rule.consequence().contains("System")
                        || rule.consequence().contains("/*")
                        || rule.consequence().contains("//"));
    }

    @Test
    void a_hundred_brackets_come_to_an_end() {
        String text = rule(
                "Checklist( " + "( ".repeat(100) + "yes > 3" + " )".repeat(100) + " )", "findings.warning( \"w\" );");

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> checked(text));
    }

    @Test
    void a_thousand_rules_come_to_an_end() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 120_000; i++) {
            text.append(GOOD.replace("rule \"made-up\"", "rule \"made-up-" + i + "\""));
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(faults(text.toString())).isEmpty());
    }

    private static String rule(String when, String then) {
        return "rule \"made-up\"\n" + ANNOTATIONS + "when\n    " + when + "\nthen\n    " + then + "\nend\n";
    }

    private record Checked(List<CheckedRule> rules, List<String> faults) {}

    private static Checked checked(String text) {
        PackFaults faults = new PackFaults();
        return new Checked(new RuleProfile(WORDS, faults).check(FILE, text), faults.found());
    }

    private static List<CheckedRule> rules(String text) {
        return checked(text).rules();
    }

    private static List<String> faults(String text) {
        return checked(text).faults();
    }
}

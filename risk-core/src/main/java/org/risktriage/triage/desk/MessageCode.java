package org.risktriage.triage.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Every kind of finding. A code never changes its meaning; a new kind gets a new code. */
public enum MessageCode {
    // Files
    R001(
            "There is no pack here",
            "A pack is a folder <id>/<version>/ with a pack.yaml. Name that folder, the one of the id, or the one that holds"
                    + " all packs. The name is pack.yaml exactly, not pack.yml or pack.yaml.txt."),
    R002(
            "A file that no pack has",
            "A pack has pack.yaml and parameters.csv, rules in rules/*.drl and cases in cases/*.yaml. A spreadsheet is"
                    + " exported as CSV. What nobody reads would be dropped in silence, so it is named."),
    R003("A link", "A pack holds files, no links: what stands behind a link could change unseen. Copy the file."),
    R004("Too large", "A file of a pack has at most 1 MiB, and a pack at most 5,000 files."),
    R005(
            "Not in UTF-8",
            "Save the file as UTF-8. In Excel that is the type 'CSV UTF-8 (comma delimited)'; in LibreOffice choose"
                    + " Unicode (UTF-8) when saving as CSV."),

    // YAML
    R101(
            "Not readable as YAML",
            "The line has a form that YAML does not know. Frequent causes: a key without a space after its colon, a colon"
                    + " within a text that has no quotation marks, a line that is indented otherwise than its neighbours, a"
                    + " bracket or quotation mark that is not closed.",
            "this cannot be read as YAML.*|This is not YAML\\."),
    R102("A key that stands twice", "Keep one of the two.", "a duplicate key\\..*"),
    R103(
            "A tab, or a space that does not break",
            "YAML is indented with plain spaces. Most editors can turn tabs into spaces."),
    R104(
            "Too deep, or a number that is too long",
            "No pack needs lists in lists more than 32 deep, or numbers of 100 digits.",
            "Lists and maps may lie at most.*|A number has fewer than.*"),
    R105(
            "Typographic quotation marks",
            "Word processors turn \" into curly marks. Write plain quotation marks, or none: most texts need none."),
    R106("Something is missing", "Add the key that is named.", "\\S+ is required\\."),
    R107(
            "A key that is not known",
            "Keys are written exactly as the reference lists them.",
            "There is no such field\\. Allowed here:.*|The name of a field is a text\\."),
    R108(
            "Another kind of value is needed",
            "A text, a list (lines that begin with -), an object (indented lines with keys) or true and false: the message"
                    + " says which. A version such as 1.0 is read as a number; write 1.0.0.",
            "(A text|An object|A list|true or false|A text of at most \\d+ characters|Ids with values)"
                    + " (is|are) needed here\\."),
    R109(
            "Not a calendar day",
            "Days are written year first, as in 2026-11-21. Spreadsheets like to turn them round when they save.",
            "A calendar day from 1900.*|Nothing is needed here, or else a calendar day.*"),
    R110("Another form is needed", "The message says which form.", "Allowed here: (?!(critical|below)).*"),
    R111(
            "Not such a number",
            "A whole number without quotation marks, percent sign or decimals.",
            "A whole number from .* is needed here\\."),
    R112(
            "The same thing twice in a list",
            "Each may stand once.",
            "Each criterion may be listed once\\.|Each source needs an id of its own\\."),
    R113("A word that is not known", "One of the words that the message lists.", "One of these is needed here:.*"),
    R114(
            "The days are the wrong way round",
            "A period ends on or after the day on which it begins.",
            "The last day may not be before.*"),
    R115("Too long, or too many", "The message says how much there may be.", "At most \\d+ .*"),

    // The pack among others
    R201(
            "Folders and manifest disagree",
            "The folder of a pack is <id>/<version>/, with the id and the version that pack.yaml states.",
            "id and version have to be the names.*"),
    R202(
            "Another pack has this id and version",
            "Give the new one another version.",
            "There is another pack with this id.*"),
    R203(
            "Two versions on one day",
            "A later version begins after the first day of the earlier one, and after its last day if it names one.",
            "Version \\S+ is in force on that day too.*"),
    R204(
            "A day without rules",
            "A later version begins on the day after the earlier one ends.",
            "Version \\S+ ends on .*"),
    R205("Packs in a circle", "A pack may not extend itself by way of others.", "A pack may not extend itself.*"),
    R206(
            "No base rules on some day",
            "An area can only be in force while a version of its base is. Let it begin later, or end earlier.",
            "No version of \\S+ is in force on .*"),
    R207(
            "Not a base pack",
            "An area extends a base pack, never another area.",
            "Only a base pack can be extended\\.|An area's pack extends a base pack that scores.*"),
    R208("The base is refused", "Mend the pack that this one extends first.", "\\S+ is refused itself\\."),
    R209("There is no such base pack", "Name one of those that the message lists.", "There is no such base pack\\..*"),
    R210(
            "Which version is extended",
            "An area names the id of its base alone; a base pack names the version of itself that it extends.",
            "An area extends whichever.*|A base pack may extend another.*|An area's pack extends a base pack.*"),
    R211(
            "A source that is there already",
            "Use the source of the base by its id, or give yours another id.",
            "The pack that this one extends has a source.*"),
    R212("A criterion that is there already", "Leave it out: it is inherited.", "List only criteria.*"),
    R213(
            "Nothing to switch off",
            "Only a pack that extends another can switch rules off.",
            "A pack that stands alone has no rules.*"),
    R214(
            "No source for what is taken away",
            "A rule that is switched off, and a refusal, need a source that pack.yaml lists.",
            "What is switched off or refused needs a source.*"),
    R215(
            "There is no such rule below",
            "Write topic/name as GET /v1/rule-packs shows it, as in marac/repeat.",
            "The pack that this one extends has no rule.*"),
    R216(
            "The count of rules is wrong",
            "rules: in pack.yaml is the number of rules in the pack's own files. If rules were refused, mend them first.",
            "The manifest counts.*"),
    R217(
            "A value that must be there",
            "The pack, or the one below it, gives this parameter a value on every day.",
            "\\S+ is needed on every day.*"),

    R218(
            "Another instrument than the base's",
            "An area scores the instrument of its base. Leave the instrument out, or extend the base that has it.",
            "A pack scores the instrument and edition.*"),

    // The tables
    R301(
            "The first row is not right",
            "It names the columns in this order: key,value,from,to,source,confidence,note and, where needed, allowed.",
            "The first row has to be:.*"),
    R302(
            "Separated by something else than commas",
            "Spreadsheets under some regional settings write semicolons or tabs. Save as 'CSV (comma delimited)', or in"
                    + " LibreOffice choose the comma as field delimiter."),
    R303(
            "Too few or too many values in a row",
            "A note that holds a comma goes between double quotation marks. An empty value keeps its comma.",
            "\\d+ values are needed here.*"),
    R304(
            "Not a table",
            "Often a double quotation mark that is not closed.",
            "This is not a table.*|A quotation mark begins a value.*"),
    R305("Too large a table", "No policy needs this many values.", "A table has at most.*"),
    R306(
            "Not a key",
            "Keys are lower-case words joined by hyphens and dots, as in visible-high-risk.line.",
            "Lower-case words joined by hyphens and dots.*"),
    R307(
            "Not a value",
            "A whole number such as 14, a word such as at-least, or words with single spaces: no percent sign, no decimals, no"
                    + " formula, no capital letters.",
            "A whole number, a word, or words.*"),
    R308(
            "There is no such parameter",
            "The parameters.csv of the base lists all of them. A new one needs a rule of this pack that reads it.",
            "There is no parameter .*"),
    R309(
            "A value that is not allowed",
            "The column allowed in the base says what a parameter may be.",
            "\\S+ is (a whole number from|questions separated|one of) .*"),
    R310(
            "A source that is not listed",
            "List it under sources in pack.yaml, or name one that is there.",
            "The id of a source in pack.yaml.*"),
    R311(
            "Not a confidence mark",
            "A for the owner's own page, B for a copy, K for what practitioners know, I for a choice of ours.",
            "One of A, B, K and I.*"),
    R312(
            "Two values on one day",
            "Give the earlier row a last day, or take one of the two away.",
            "\\S+ has another value for some of these days\\."),
    R313("Not for this pack to say", "The pack that brings a parameter says what it may be.", "Leave this empty:.*"),
    R314(
            "What may the value be?",
            "A parameter that the pack brings itself needs bounds, words, or questions in the column allowed.",
            "Say what \\S+ may be:.*"),
    R315("An empty row", "Spreadsheets save rows that were cleared as rows of commas. Delete them."),
    R316(
            "A cell that a spreadsheet would calculate",
            "A cell that begins with =, +, - or @ is run as a formula by whoever opens the file. Begin with a word."),
    R317(
            "Not an id, or one that is taken",
            "Lower-case words joined by hyphens; each id once, in the table and in that of the base.",
            "Lower-case words joined by hyphens are needed here.*|Another row has this id\\."
                    + "|The pack that this one extends lists a service.*"),
    R318("Words are missing", "Say it in a few words.", "Words are needed here.*"),
    R319(
            "Not a phone number",
            "Digits in groups with single spaces, as a caller dials them. Leave it empty if there is none.",
            "A phone number as in .*"),
    R320(
            "Hours that cannot be read",
            "As in Mon-Fri 09:00-17:00; Sat 10:00-12:00, or 24h, or not known. The reference of services has all forms.",
            "Hours as in .*|Exceptions as in .*|Say what holds on bank holidays.*|Two spans of hours overlap\\."
                    + "|Bank holidays are named once\\.|Each day is named once\\.|Leave this empty where the hours.*"),
    R321(
            "The status of a service",
            "open, planned or not-confirmed. A service that there is not is a gap: a rule names it.",
            "One of open, planned and.*"),

    // Rules
    R401("The name of a rule file", "Lower-case words joined by hyphens, with .drl.", "The name of a rule file.*"),
    R402("Too large a rule file", "Split it by topic.", "A rule file has at most.*"),
    R403(
            "A sign that rules may not hold",
            "Plain letters, digits and signs. Tabs, backslashes, curly quotation marks, accented letters and the line ends of"
                    + " Windows are refused: save with line ends LF.",
            "Only plain letters, digits.*"),
    R404(
            "Brackets",
            "Round brackets only, at most six deep, and none right after a closing one.",
            "Only round brackets.*|Brackets may lie.*"),
    R405(
            "Not readable as a rule",
            "Compare with a rule of the base: rule, three annotations, when, conditions, then, statements, end.",
            "The rule cannot be read here.*|This is not a rule file.*"),
    R406(
            "More than rules",
            "A rule file holds rules and comments, nothing else of DRL.",
            "A rule file holds rules and comments only.*"),
    R407(
            "Annotations",
            "Each rule has @says, @source and @confidence, once each.",
            "Each rule has one @says.*|The annotations of a rule.*|@\\w+ is needed, with.*"),
    R408(
            "The name of a rule",
            "Lower-case words joined by hyphens; no two of a file alike.",
            "The name of a rule is.*|Two rules of one file.*"),
    R409(
            "Not part of a rule here",
            "No salience or other attribute, no parent, no query.",
            "A rule has annotations, conditions.*"),
    R410(
            "The source or the mark of a rule",
            "A source that pack.yaml lists, and one of A, B, K and I.",
            "@source has to name.*|@confidence has to be.*"),
    R411(
            "A condition of another form",
            "Facts with comparisons, not and exists before one fact, and the counting accumulate: the reference shows each.",
            "Only fact types.*|not and exists stand.*|A fact itself cannot.*|A fact type takes.*|Only facts of which.*"
                    + "|A rule needs a condition.*|A comparison or a binding.*|.*accumulate.*"),
    R412("There is no such fact", "The facts are those of the vocabulary.", "There is no such fact\\..*"),
    R413(
            "There is no such field, item or detail",
            "The message lists what there is.",
            "\\S+ has no such field\\..*|These are the rules of no instrument.*|No rule here can read an item.*|The instrument has \\d+ questions\\.|The instrument declares no such detail.*"),
    R414(
            "A comparison that cannot be",
            "Words with words, numbers with numbers.",
            "One of ==.*|The field .* holds a .*|Compare .* in the fact.*|Only a parameter that was read.*"
                    + "|A parameter is compared.*|Details are compared.*"),
    R415(
            "A variable",
            "Bound once, before it is used, and shown only where a reply may show it.",
            "The variable .*|Nothing can be bound.*"),
    R416(
            "A parameter that the rule reads",
            "It needs a row in parameters.csv on every day of the pack.",
            "parameters\\.csv has no parameter.*|The parameter .* is not a whole number\\.|Only Policy is read.*"),
    R417(
            "More evidence could lower the result",
            "A rule that raises may only use conditions that stay true when evidence is added. Turn the condition round, or let"
                    + " the rule advise.",
            "A rule that raises may only.*"),
    R418(
            "Deciding and advising",
            "A rule does one of the two, and one that decides cannot read what was decided.",
            "A rule that decides cannot.*|A rule either decides.*"),
    R419(
            "Out of scope",
            "Only what is known of the victim can put a person out of scope.",
            "Only what is known of the Victim.*"),
    R420(
            "A statement of another form",
            "Statements are findings.verb( ... ); with words, whole numbers and variables.",
            "A rule has to state.*|Every statement begins.*|There is no such verb.*|\\S+ takes .*|(because|due|ask and first) belongs? to.*"
                    + "|Allowed here: (critical|below).*"),
    R421(
            "There is no such criterion",
            "List it under criteria in pack.yaml, or name one that is there.",
            "pack\\.yaml lists no such criterion\\..*"),
    R422(
            "A placeholder",
            "{name} takes the value of $name, which a condition has to bind.",
            "The sentence has a placeholder.*|Braces in a sentence.*"),
    R423(
            "A sign that has no place here",
            "The reference shows the forms of conditions and statements.",
            "Only names, \\$variables.*|.* is needed here\\.|A text in quotation marks.*|This comment has no end\\."),
    R424(
            "There is no such service",
            "List it in services.csv, or name one that is there.",
            "services\\.csv lists no such service\\..*"),

    // Cases
    R501(
            "No worked cases",
            "A pack is loaded without, but nothing would say that it does what it should. Add a file to cases/."),
    R502(
            "Two cases of one name",
            "The name is how a failure is told: give each its own.",
            "Each case needs a name of its own\\."),
    R503("A case that expects nothing", "Say at least one thing under expect."),
    R504("There is no such question or answer", "The message lists the questions of the instrument, and the answers."),
    R505(
            "Given is not right",
            "The assessment in given would be refused. If that is what the case is about, expect refused."),

    // Scaffold
    R601("A blank to fill in", "The scaffold left this for you. Replace it by what your protocol says."),

    // Advice on a pack with which nothing is wrong
    R701(
            "A line without a case one below it, on it and one above it",
            "Add the cases that are missing: only they show that the line stands where it should."),
    R702(
            "A rule without a case in which it fires, or without one in which it does not",
            "Name the rule under fires in one case and under silent in another."),
    R703(
            "Nothing says where it comes from",
            "A rule and a value need a source with a title that tells a reader where to look."),
    R704("The day of review has passed", "Look at the pack again, then set reviewBy to a later day."),
    R705("Bands that leave a count out", "Let one band begin where the one below it ends."),
    R706("Bands that overlap", "Let one band end before the one above it begins."),
    R707("A rule that can never fire", "Its conditions cannot all hold. Change them, or take the rule away."),
    R708(
            "A rule that never makes a difference",
            "Whenever it fires, other rules say the same or more. Change it, or take it away."),
    R709(
            "A value that is the same as that of the base",
            "Take the row away: the base gives the value. Where the area states it itself, say so in its note."),
    R710(
            "Rules that contradict each other",
            "They fire on the same evidence and say the opposite. Decide which of them is meant."),
    R711(
            "A case that does not test what its name says",
            "The name speaks of something that does not come out of the case. Change the one or the other."),

    // The proof
    R801(
            "More evidence lowers the result",
            "The two cases show it. Let the rule ask for what is there, not for what is absent."),
    R802(
            "Evidence on which no rule says what is needed",
            "Add a rule for it, or widen one: there would be no decision."),
    R803(
            "What the proof cannot cover",
            "The rule may be right, but has a shape for which the proof has no argument. Write it otherwise."),

    // A change
    R804(
            "A case that moves down or loses a route",
            "Only a major step may do that. Change the pack, or give it the next whole number."),
    R805("A case that moves up or gains a route", "Nothing is wrong: a minor step may do that."),
    R806("A version step that is too small", "Give the pack the number that the change demands."),

    R999("Something else", "The message says what is wrong.", ".*");

    /** The page that says more of each. */
    static final String PAGE = "docs/reference/rule-messages.md";

    private final String title;
    private final String remedy;
    private final Pattern messages;

    MessageCode(String title, String remedy) {
        this(title, remedy, "");
    }

    MessageCode(String title, String remedy, String messages) {
        this.title = title;
        this.remedy = remedy;
        this.messages = Pattern.compile(messages, Pattern.DOTALL);
    }

    /** The code of a message of the readers of packs and rules. */
    static MessageCode of(String message, boolean inRules) {
        for (MessageCode code : values()) {
            if ((inRules ? code.ofRules() : !code.ofRules() || code == R401)
                    && code.messages.matcher(message).matches()) {
                return code;
            }
        }
        return R999;
    }

    /**
     * What kind of finding it is.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * What to do about it.
     *
     * @return one or more sentences
     */
    public String remedy() {
        return remedy;
    }

    /** Whether it is about a rule file. */
    boolean ofRules() {
        return name().startsWith("R4");
    }

    String anchor() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All codes, in order, for the page. */
    static List<MessageCode> all() {
        return List.of(values());
    }
}

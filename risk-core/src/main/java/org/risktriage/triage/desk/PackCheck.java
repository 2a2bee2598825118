package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RulePack.RuleOff;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.authoring.DraftRules;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.SafetyQuestions;
import org.risktriage.triage.internal.pack.ServiceTable;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * Checks packs and says everything that is wrong with them at once. Nothing of a pack is compiled or run for that: its rules
 * are parsed and held against the rule profile.
 */
public final class PackCheck {
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"\n]+)\"");
    private static final Pattern BLANK = Pattern.compile("FILL IN[^\"\n]*");

    private final Content content;
    private final Set<String> scope;
    private final FaultReader faults;
    private final List<Finding> findings = new ArrayList<>();

    private PackCheck(Content content, Set<String> scope) {
        this.content = content;
        this.scope = scope;
        this.faults = new FaultReader(content);
    }

    /**
     * Checks the packs of a folder over the base packs that come with the library.
     *
     * @param folder a version of a pack, the folder of its versions, or one that holds all packs
     * @return what was found
     * @throws IOException if the folder is not there, or cannot be read
     */
    public static CheckReport folder(Path folder) throws IOException {
        return of(DraftFiles.read(folder));
    }

    /** Checks packs that were read before. */
    static CheckReport of(DraftFiles draft) {
        if (draft.scope().isEmpty()) {
            return new CheckReport(List.of(), draft.findings());
        }
        PackCheck check = new PackCheck(beside(draft), draft.scope());
        check.findings.addAll(draft.findings());
        return check.run(List.of(check.content));
    }

    /**
     * Checks packs that come with the library.
     *
     * @param pack id of a pack, or id and version as {@code id@version}; null for all of them
     * @return what was found
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static CheckReport bundled(@Nullable String pack) {
        Content content = Content.bundled();
        Set<String> scope = new TreeSet<>();
        named(content, pack).forEach(name -> scope.add(name.replace('@', '/') + "/"));
        return new PackCheck(content, scope).run(List.of(content));
    }

    /**
     * The packs that an id, or an id and a version, stands for.
     *
     * @throws UnknownRulesException if there is none
     */
    static Set<String> named(Content content, @Nullable String pack) {
        Set<String> all = new TreeSet<>();
        for (String path : content.below(Content.PACKS)) {
            if (path.endsWith("/pack.yaml")) {
                all.add(name(folder(path)));
            }
        }
        Set<String> named = new TreeSet<>(all);
        named.removeIf(name -> pack != null && !name.equals(pack) && !name.startsWith(pack + "@"));
        if (named.isEmpty()) {
            throw new UnknownRulesException("rule packs", List.copyOf(all));
        }
        return named;
    }

    /**
     * The folder from which the findings of a check name their files.
     *
     * @param folder as for {@link #folder}
     * @return a path that can be followed from where the program was started
     * @throws IOException as there
     */
    public static Path root(Path folder) throws IOException {
        Path root = DraftFiles.read(folder).root();
        Path here = Path.of("").toAbsolutePath();
        return root.startsWith(here) ? here.relativize(root) : root;
    }

    /** The draft's files, and the bundled packs that it may rest on. What is bundled too is taken from the draft. */
    static Content beside(DraftFiles draft) {
        Set<String> own = new TreeSet<>();
        for (String path : draft.content().below(Content.PACKS)) {
            own.add(folder(path));
        }
        Content bundled = Content.bundled();
        Predicate<String> area =
                path -> bundled.text(Content.PACKS + folder(path) + "pack.yaml").contains("\nkind: area");
        Set<String> without = new TreeSet<>(own);
        for (String path : bundled.below(Content.PACKS)) {
            if (path.endsWith("/pack.yaml")
                    && area.test(path)
                    && own.stream().noneMatch(folder -> sameId(folder, folder(path)))) {
                without.add(folder(path));
            }
        }
        return bundled.only(path -> !path.startsWith(Content.PACKS) || !without.contains(folder(path)))
                .with(draft.content());
    }

    private static boolean sameId(String one, String other) {
        return one.substring(0, one.indexOf('/')).equals(other.substring(0, other.indexOf('/')));
    }

    /** The folder of the pack that a file belongs to, as {@code id/version/}. */
    private static String folder(String path) {
        String[] parts = path.split("/", -1);
        return parts.length < 4 ? path : parts[1] + "/" + parts[2] + "/";
    }

    /** The same of a file that a finding names, which has no folder of all packs before it. */
    private static String pack(String file) {
        String[] parts = file.split("/", -1);
        return parts.length < 3 ? file : parts[0] + "/" + parts[1] + "/";
    }

    private static String name(String folder) {
        return folder.substring(0, folder.length() - 1).replace('/', '@');
    }

    private CheckReport run(List<Content> contents) {
        Set<String> seenWhole = new LinkedHashSet<>();
        for (String path : content.below(Content.PACKS)) {
            if (scope.contains(folder(path))) {
                look(path, seenWhole);
            }
        }
        PackReader.Read read = PackReader.read(contents);
        List<Finding> found = new ArrayList<>();
        for (RefusedPack refused : read.refused()) {
            refused.faults().forEach(fault -> found.add(faults.read(fault)));
        }
        Set<String> checked = new TreeSet<>();
        List<WrittenPack> packs = new ArrayList<>(read.packs());
        packs.addAll(read.drafts());
        for (WrittenPack pack : packs) {
            if (scope.contains(folder(pack.folder() + "pack.yaml"))) {
                rules(pack, found);
                if (checked.add(pack.folder())) {
                    found.addAll(CaseLook.findings(content, pack.folder(), instrument(pack), faults));
                }
            }
        }
        for (String folder : scope) {
            if (!checked.contains(Content.PACKS + folder)) {
                unread(Content.PACKS + folder, packs, found);
            }
        }
        // What the spreadsheet or the editor did explains what the readers stumble over.
        List<Finding> seen = List.copyOf(findings);
        Set<String> otherInstrument = new TreeSet<>();
        found.stream()
                .filter(finding -> finding.code() == MessageCode.R218)
                .forEach(finding -> otherInstrument.add(pack(finding.file())));
        Set<String> rulesRefused = new TreeSet<>();
        found.stream()
                .filter(finding -> finding.code().ofRules())
                .forEach(finding -> rulesRefused.add(pack(finding.file())));
        for (Finding finding : found) {
            boolean explained = seen.stream()
                    .anyMatch(other -> other.file().equals(finding.file())
                            && (other.line() == finding.line() || seenWhole.contains(other.file())));
            boolean absent =
                    finding.code() == MessageCode.R999 && finding.message().contains("is missing");
            Set<String> causes = switch (finding.code()) {
                case R216 -> rulesRefused;
                case R413, R504 -> otherInstrument;
                default -> Set.of();
            };
            boolean follows = causes.contains(pack(finding.file()));
            if (!explained && !absent && !follows) {
                findings.add(finding);
            }
        }
        List<Finding> sorted = findings.stream()
                .filter(finding ->
                        scope.stream().anyMatch(folder -> finding.file().startsWith(folder)))
                .distinct()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column)
                        .thenComparing(Finding::code))
                .toList();
        return new CheckReport(scope.stream().sorted().map(PackCheck::name).toList(), sorted);
    }

    /** What can be seen in a text before it is read as what it should be. */
    private void look(String path, Set<String> seenWhole) {
        String file = path.substring(Content.PACKS.length());
        String text = content.text(path);
        boolean otherEncoding = findings.stream()
                .anyMatch(finding -> finding.code() == MessageCode.R005
                        && finding.suggestion() != null
                        && finding.file().equals(file));
        if (otherEncoding) {
            seenWhole.add(file);
            return;
        }
        List<Finding> seen = List.of();
        if (path.endsWith(".yaml")) {
            seen = YamlLook.findings(file, text);
        } else if (path.endsWith(".csv")) {
            seen = faults.table(path).findings();
        }
        seen.stream()
                .filter(finding -> finding.code() == MessageCode.R103
                        || finding.code() == MessageCode.R301
                        || finding.code() == MessageCode.R302)
                .forEach(finding -> seenWhole.add(finding.file()));
        findings.addAll(seen);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher blank = BLANK.matcher(lines[i]);
            if (blank.find() && !lines[i].stripLeading().startsWith("#")) {
                findings.add(new Finding(
                        MessageCode.R601,
                        file,
                        i + 1,
                        blank.start() + 1,
                        "",
                        "There is a blank to fill in here.",
                        null));
            }
        }
    }

    /** The table and the cases of a pack whose manifest cannot be read, or rests on nothing: as over the base rules. */
    private void unread(String folder, List<WrittenPack> packs, List<Finding> found) {
        WrittenPack base = probableBase(folder, packs);
        if (base == null) {
            return;
        }
        String table = folder + "parameters.csv";
        Set<String> sources = new TreeSet<>(base.sourceIds());
        if (!content.below(folder + "pack.yaml").isEmpty()) {
            sources.addAll(faults.tree(folder + "pack.yaml").each("sources", "id"));
        }
        List<String> rules =
                content.below(folder + "rules/").stream().map(content::text).toList();
        PackFaults said = new PackFaults();
        ParameterTable.read(
                content.text(table),
                new ParameterTable.Place(
                        table,
                        base.identity(),
                        base.from(),
                        sources,
                        base.parameters(),
                        key -> rules.stream().anyMatch(text -> text.contains("\"" + key + "\""))),
                said);
        String services = folder + ServiceTable.FILE;
        if (!content.below(services).isEmpty()) {
            ServiceTable.read(
                    content.text(services),
                    new ServiceTable.Place(services, base.identity(), sources, base.services()),
                    said);
        }
        boolean sourcesKnown = sources.size() > base.sourceIds().size();
        said.found().stream()
                .map(faults::read)
                .filter(finding -> sourcesKnown || finding.code() != MessageCode.R310)
                .forEach(found::add);
        found.addAll(CaseLook.findings(content, folder, instrument(base), faults));
    }

    private Instrument instrument(WrittenPack pack) {
        return InstrumentReader.read(content, pack.instrument());
    }

    /** The base that the manifest names, as far as it can be read; else the one that knows most of the table's keys. */
    private @Nullable WrittenPack probableBase(String folder, List<WrittenPack> packs) {
        List<WrittenPack> bases = packs.stream()
                .filter(pack -> !pack.isArea() && !pack.folder().equals(folder))
                .toList();
        boolean readable = !content.below(folder + "pack.yaml").isEmpty();
        String named = readable
                ? faults.tree(folder + "pack.yaml").value("/extends/id").value()
                : "";
        Set<String> keys = content.text(folder + ParameterTable.FILE)
                .lines()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(','))))
                .collect(Collectors.toSet());
        WrittenPack probable = null;
        long most = -1;
        for (WrittenPack base : bases) {
            Set<String> known = base.parameters().keysThroughout(base.from(), base.to());
            long score = base.identity().id().equals(named)
                    ? Long.MAX_VALUE
                    : keys.stream().filter(known::contains).count();
            if (score >= most) {
                probable = base;
                most = score;
            }
        }
        return probable;
    }

    private void rules(WrittenPack pack, List<Finding> found) {
        PackFaults said = new PackFaults();
        DraftRules.check(pack, said);
        WrittenPack base = pack.base();
        if (base != null) {
            Set<String> below = new TreeSet<>();
            for (WrittenPack layer = base; layer != null; layer = layer.base()) {
                for (String file : layer.ruleFiles()) {
                    String topic = file.substring(file.lastIndexOf('/') + 1).replace(".drl", "");
                    Matcher rule = RULE.matcher(layer.content().text(file));
                    while (rule.find()) {
                        below.add(topic + "/" + rule.group(1));
                    }
                }
            }
            for (int i = 0; i < pack.manifest().off().size(); i++) {
                RuleOff off = pack.manifest().off().get(i);
                if (!below.contains(off.rule())) {
                    found.add(faults.read(pack.folder() + "pack.yaml, /off/" + i
                                    + "/rule: The pack that this one extends has no rule of this topic and name.")
                            .suggesting(NearWord.of(off.rule(), below)));
                }
            }
        }
        SafetyQuestions.read(
                pack, base == null ? List.of() : SafetyQuestions.read(base, List.of(), new PackFaults()), said);
        Set<String> keys = pack.parameters().keysThroughout(pack.from(), pack.to());
        for (String key : LoadedPack.needed(pack)) {
            if (!keys.contains(key)) {
                said.add(
                        pack.folder() + "parameters.csv",
                        "",
                        key + " is needed on every day on which the pack is in force.");
            }
        }
        said.found().forEach(fault -> found.add(faults.read(fault)));
    }
}

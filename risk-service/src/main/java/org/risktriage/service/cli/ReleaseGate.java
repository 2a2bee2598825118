package org.risktriage.service.cli;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.desk.DiffReport;
import org.risktriage.triage.desk.ImpactReport;
import org.risktriage.triage.desk.NamedPack;
import org.risktriage.triage.desk.PackDiff;
import org.risktriage.triage.desk.SealedFile;
import org.risktriage.triage.desk.VersionStep;

/**
 * What stands between a pack and its release. Which version it takes the place of is looked up, and not taken from whoever
 * wants the release; and what the change demands is proved once more, so that no report has to be believed.
 */
final class ReleaseGate {
    private final Map<String, PackId> bundled;
    private final Map<String, String> released;
    private final @Nullable SealedFile named;

    private ReleaseGate(Map<String, PackId> bundled, Map<String, String> released, @Nullable SealedFile named) {
        this.bundled = bundled;
        this.released = released;
        this.named = named;
    }

    static void addTo(Subparser action, boolean listed) {
        action.addArgument("--released")
                .metavar("FILE")
                .required(listed)
                .help("the list of releases" + (listed ? "; made if it is not there" : ", if there are any"));
        action.addArgument("--before")
                .metavar("FILE")
                .help("the sealed pack that this version takes the place of, where that is not in this jar");
    }

    /**
     * Reads what was released, and what is replaced.
     *
     * @param namespace as the command line has it
     * @param policy whom to believe
     */
    static ReleaseGate of(Namespace namespace, SealPolicy policy) throws IOException {
        String list = namespace.getString("released");
        String before = namespace.getString("before");
        Map<String, String> released = list == null || Files.notExists(Path.of(list))
                ? Map.of()
                : policy.onlyReleased(Files.readString(Path.of(list))).released();
        return new ReleaseGate(
                RiskTriage.bundled().rulePacks().stream()
                        .collect(Collectors.toMap(ReleaseGate::name, Function.identity(), (one, same) -> one)),
                released == null ? Map.of() : released,
                before == null ? null : TwoPacks.sealed(Path.of(before)));
    }

    /** What stands in the way of releasing a pack; empty where nothing does. */
    List<String> refusals(SealedFile file, ImpactFile impact) throws IOException {
        List<String> refusals = new ArrayList<>(impact.refusals(file.pack()));
        String replaced = replaced(file.pack());
        if (replaced != null && !name(impact.before()).equals(replaced)) {
            refusals.add("This version takes the place of " + replaced + ", and the report of the impact compares with "
                    + name(impact.before()) + ". Make it anew against " + replaced + ": rules impact.");
        }
        NamedPack before = before(impact.before());
        if (before == null) {
            refusals.add("What the report of the impact compares with, " + name(impact.before()) + ", "
                    + (released.containsKey(name(impact.before()))
                            ? "was released, and is not in this jar: name its sealed file with --before."
                            : "is neither in this jar nor released, or it was changed."));
        } else {
            proved(PackDiff.between(before, NamedPack.sealed(file), decided -> {}), impact, refusals);
        }
        return refusals;
    }

    /** The highest version below that of a pack, of those that may be in use; null where it is the first. */
    private @Nullable String replaced(PackId pack) {
        Set<String> known = new TreeSet<>(bundled.keySet());
        known.addAll(released.keySet());
        ModuleDescriptor.Version own = ModuleDescriptor.Version.parse(pack.version());
        return known.stream()
                .filter(name -> name.startsWith(pack.id() + "@"))
                .filter(name -> version(name).compareTo(own) < 0)
                .max(Comparator.comparing(ReleaseGate::version))
                .orElse(null);
    }

    private static ModuleDescriptor.Version version(String name) {
        return ModuleDescriptor.Version.parse(name.substring(name.indexOf('@') + 1));
    }

    private static String name(PackId pack) {
        return pack.id() + "@" + pack.version();
    }

    /** The pack with this digest, from the jar or as it was released; null where it is in neither. */
    private @Nullable NamedPack before(PackId before) {
        if (before.equals(bundled.get(name(before)))) {
            return NamedPack.bundled(name(before));
        }
        return named != null && named.pack().equals(before) && named.seal().equals(released.get(name(before)))
                ? NamedPack.sealed(named)
                : null;
    }

    private static void proved(DiffReport proof, ImpactFile impact, List<String> refusals) {
        VersionStep demanded = proof.demanded();
        if (!proof.findings().isEmpty()) {
            refusals.add("The two versions cannot be compared: rules diff says why.");
            return;
        }
        if (!proof.passed()) {
            refusals.add("The version says "
                    + (proof.declared() == null ? "that it is not a later one" : String.valueOf(proof.declared()))
                    + ", and the change is " + demanded + ". Give the pack the version that the change demands.");
        }
        if (!impact.demanded().equals(demanded.toString())) {
            refusals.add("The report of the impact says that the change is "
                    + (impact.demanded().isEmpty() ? "nothing" : impact.demanded()) + ", and it is " + demanded
                    + ". Make it anew: rules impact.");
        }
        if (ImpactReport.takesAway(impact.movesDown(), demanded)
                && impact.acceptedBy().isEmpty()) {
            refusals.add(
                    "Cases move down or lose a route, and nobody has accepted that. See which with rules diff and rules"
                            + " impact; who answers for it accepts with --accept-down NAME --reason TEXT.");
        }
    }
}

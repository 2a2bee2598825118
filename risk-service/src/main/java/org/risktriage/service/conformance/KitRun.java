package org.risktriage.service.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.risktriage.service.conformance.Report.Answering;
import org.risktriage.service.conformance.Report.CaseName;
import org.risktriage.service.conformance.Report.Finding;
import org.risktriage.triage.Decision.PackId;

/** Sends every case of a kit to an installation, one after the other, and compares what comes back. */
public final class KitRun {
    private static final int LONGEST = 100;

    private final Installation installation;
    private final LocalDate today;
    private final Runnable afterEach;
    private final List<Finding> differing = new ArrayList<>();
    private final List<CaseName> setAside = new ArrayList<>();
    private int cases;

    private KitRun(Installation installation, Clock clock, Runnable afterEach) {
        this.installation = installation;
        this.today = LocalDate.now(clock);
        this.afterEach = afterEach;
    }

    /**
     * Runs a kit.
     *
     * @param kit the kit
     * @param installation whom to ask
     * @param clock tells which cases are dated after today
     * @param afterEach called after each case
     * @return what was found
     * @throws UnansweredException if the other side cannot be asked
     */
    public static Report of(Kit kit, Installation installation, Clock clock, Runnable afterEach)
            throws UnansweredException {
        KitRun run = new KitRun(installation, clock, afterEach);
        List<Answering> rules = new ArrayList<>();
        for (KitIndex.Pack pack : kit.index().packs()) {
            Set<PackId> answered = new LinkedHashSet<>();
            for (String path : pack.files()) {
                run.ask(Objects.requireNonNull(kit.files().get(path), path), answered);
            }
            rules.add(new Answering(pack.identity(), List.copyOf(answered)));
        }
        int held = run.cases - run.differing.size() - run.setAside.size();
        return new Report(
                kit.index().version(), run.cases, held, List.copyOf(run.differing), List.copyOf(run.setAside), rules);
    }

    private void ask(CaseFile file, Set<PackId> answered) throws UnansweredException {
        for (CaseFile.Case asked : file.cases()) {
            CaseName name = new CaseName(file.pack().id(), file.pack().version(), file.topic(), asked.name());
            Answer answer = installation.ask(asked.request());
            cases++;
            List<Difference> differences = Comparison.of(asked.expect(), answer);
            if (!differences.isEmpty()) {
                if (isAfterToday(asked.request())
                        && Comparison.of(asked.expect().refusedForItsDay(), answer)
                                .isEmpty()) {
                    setAside.add(name);
                } else {
                    differing.add(new Finding(name, differences));
                }
            }
            note(answer, answered);
            afterEach.run();
        }
    }

    private boolean isAfterToday(JsonNode request) {
        try {
            return LocalDate.parse(request.path("assessedOn").asText()).isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void note(Answer answer, Set<PackId> answered) {
        JsonNode rules = answer.body() == null ? null : answer.body().get("rules");
        if (rules != null) {
            JsonNode pack = rules.path("area").isObject() ? rules.path("area") : rules.path("base");
            answered.add(new PackId(shown(pack, "id"), shown(pack, "version"), shown(pack, "sha256")));
        }
    }

    private static String shown(JsonNode pack, String field) {
        return Printable.of(pack.path(field).asText(), LONGEST);
    }
}

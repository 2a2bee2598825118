package org.risktriage.service.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.WorkedCase;

/** Makes a kit from the worked cases of every rule pack there is. */
final class KitOfPacks {
    private static final String AREA = "area";
    private static final String INSTRUMENT = "instrument";
    private static final String ASSESSED_ON = "assessedOn";
    private static final String CALL = "callEnded";

    private final RiskTriage triage;
    private final List<KitIndex.Pack> packs = new ArrayList<>();
    private final Map<String, CaseFile> files = new LinkedHashMap<>();

    private KitOfPacks(RiskTriage triage) {
        this.triage = triage;
    }

    /**
     * Makes the kit.
     *
     * @param triage the rules
     * @return the kit
     * @throws IllegalStateException if a worked case has no form in a kit
     */
    static Kit make(RiskTriage triage) {
        KitOfPacks making = new KitOfPacks(triage);
        String version = "";
        for (PackId id : triage.rulePacks()) {
            RulePack pack = triage.rulePack(id.id(), id.version());
            Asked asked = making.asked(pack);
            if (asked != null) {
                making.add(pack, asked);
            }
            version = making.decide(Asked.NOTHING, pack.inForceFrom()).rules().engine();
        }
        int cases = making.packs.stream().mapToInt(KitIndex.Pack::cases).sum();
        return new Kit(new KitIndex(KitIndex.FORMAT, version, cases, making.packs), making.files);
    }

    /** How a request asks for the rules of a pack: by its area, by its instrument, or by neither. */
    private record Asked(@Nullable String area, @Nullable String instrument) {
        private static final Asked NOTHING = new Asked(null, null);
    }

    private void add(RulePack pack, Asked asked) {
        Map<String, List<CaseFile.Case>> byTopic = new LinkedHashMap<>();
        int leftOut = 0;
        String lastDay = "";
        for (WorkedCase worked : pack.cases()) {
            if (worked.given().containsKey(CALL)) {
                // The kit asks for decisions, and a decision has no contact.
                leftOut++;
                continue;
            }
            Map<String, @Nullable Object> request = request(worked, asked);
            Decision decision = decide(request);
            if (isReached(pack, asked, request, decision)) {
                JsonNode body = KitJson.MAPPER.valueToTree(request);
                byTopic.computeIfAbsent(topic(worked.file()), topic -> new ArrayList<>())
                        .add(new CaseFile.Case(worked.name(), body, ExpectedParts.of(worked, decision)));
                // Days of refused cases may be none that the calendar has.
                String day = decision == null ? "" : body.path(ASSESSED_ON).asText();
                lastDay = day.compareTo(lastDay) > 0 ? day : lastDay;
            } else {
                leftOut++;
            }
        }
        List<String> paths = new ArrayList<>();
        byTopic.forEach((topic, cases) -> {
            String path = pack.id() + "/" + pack.version() + "/" + topic + ".json";
            paths.add(path);
            files.put(path, new CaseFile(new CaseFile.PackVersion(pack.id(), pack.version()), topic, cases));
        });
        packs.add(new KitIndex.Pack(
                pack.id(), pack.version(), pack.sha256(), pack.cases().size() - leftOut, leftOut, lastDay, paths));
    }

    /**
     * The base rules answer where nothing is named; an area or an instrument has to be named. Nobody can ask for rules that
     * are there to be extended alone: they are tried by the cases of the packs above them.
     */
    private @Nullable Asked asked(RulePack pack) {
        if (decide(Asked.NOTHING, pack.inForceFrom()).rules().pack().id().equals(pack.id())) {
            return Asked.NOTHING;
        }
        if (triage.areas().stream().anyMatch(area -> area.id().equals(pack.id()))) {
            return new Asked(pack.id(), null);
        }
        return pack.id().equals(pack.instrument().id()) ? new Asked(null, pack.id()) : null;
    }

    private static Map<String, @Nullable Object> request(WorkedCase worked, Asked asked) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        if (asked.area() != null) {
            request.put(AREA, asked.area());
        }
        if (asked.instrument() != null) {
            request.put(INSTRUMENT, asked.instrument());
        }
        request.putAll(worked.given());
        return request;
    }

    private static String topic(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /**
     * Whether a request reaches this very version: callers choose rules by area and day alone, so that cases of a version
     * that another has taken over from cannot be asked for on later days.
     */
    private boolean isReached(
            RulePack pack, Asked asked, Map<String, @Nullable Object> request, @Nullable Decision decision) {
        PackId own = new PackId(pack.id(), pack.version(), pack.sha256());
        if (decision != null) {
            return decision.rules().pack().equals(own);
        }
        LocalDate day = day(request.get(ASSESSED_ON));
        List<PackId> versions = triage.rulePacks().stream()
                .filter(other -> other.id().equals(pack.id()))
                .toList();
        boolean latest = versions.get(versions.size() - 1).equals(own);
        try {
            // A day that cannot be read is checked under the latest rules.
            return day == null ? latest : decide(asked, day).rules().pack().equals(own);
        } catch (InvalidAssessmentException e) {
            return latest;
        }
    }

    private static @Nullable LocalDate day(@Nullable Object written) {
        try {
            return LocalDate.parse(String.valueOf(written));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Decision decide(Map<String, @Nullable Object> request) {
        try {
            return triage.assess(triage.read(request));
        } catch (InvalidAssessmentException e) {
            return null;
        }
    }

    private Decision decide(Asked asked, LocalDate day) {
        Assessment.Builder nothingAnswered = Assessment.builder().assessedOn(day);
        if (asked.area() != null) {
            nothingAnswered.area(asked.area());
        }
        if (asked.instrument() != null) {
            nothingAnswered.instrument(asked.instrument());
        }
        return triage.assess(nothingAnswered.build());
    }
}

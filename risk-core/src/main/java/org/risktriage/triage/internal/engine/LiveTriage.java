package org.risktriage.triage.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Grade;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Matters;
import org.risktriage.triage.NextQuestions;
import org.risktriage.triage.internal.pack.SafetyQuestions;

/** What to ask next while an assessment is being made. Costs one decision, and one more for each question put. */
public final class LiveTriage {
    /** Most questions put at once. */
    private static final int MOST = 3;

    private static final String ADVICE = "advice";

    private final Decider decider;
    private final Assessment assessment;
    private final Choice choice;
    private final Call call;
    private final LoadedPack pack;
    private final Decider.Live live;

    private LiveTriage(Decider decider, Assessment assessment, Choice choice, Call call) {
        this.decider = decider;
        this.assessment = assessment;
        this.choice = choice;
        this.call = call;
        this.pack = choice.pack();
        this.live = decider.live(assessment, choice, call);
    }

    /**
     * Says what to ask next.
     *
     * @param decider what decides
     * @param assessment an assessment that was checked against the pack's instrument
     * @param choice the rules in force on its day
     * @param call the contact
     * @return what to ask next
     * @throws org.risktriage.triage.RulesFaultException as for {@link Decider#decide}
     */
    public static NextQuestions next(Decider decider, Assessment assessment, Choice choice, Call call) {
        LiveTriage triage = new LiveTriage(decider, assessment, choice, call);
        List<NextQuestions.Open> open = triage.open();
        return new NextQuestions(
                call.ended(),
                call.ended() ? List.of() : triage.put(open),
                open,
                triage.live.actions(),
                triage.live.warnings(),
                triage.live.decision());
    }

    /** Every question without an answer. What was not asked comes before what was asked and is unknown. */
    private List<NextQuestions.Open> open() {
        List<NextQuestions.Open> open = new ArrayList<>();
        List<NextQuestions.Open> again = new ArrayList<>(0);
        for (SafetyQuestions.Question question : pack.safetyQuestions()) {
            if (!isKnown(question.field())) {
                boolean asked = call.asked().contains(question.id());
                (asked ? again : open)
                        .add(new NextQuestions.Open(
                                question.id(),
                                asked ? Answer.DONT_KNOW : Answer.NOT_ASKED,
                                Matters.SAFETY,
                                List.of(ADVICE)));
            }
        }
        Set<String> order = new LinkedHashSet<>(live.decision().nextQuestions());
        pack.instrument().items().forEach(item -> order.add(item.id()));
        List<NextQuestions.Open> unimportant = new ArrayList<>();
        for (String question : order) {
            Answer state = state(question);
            if (state.isUnknown() && !assessment.grades().containsKey(question)) {
                NextQuestions.Open one = checklist(question, state);
                (one.matters() == Matters.NOTHING ? unimportant : state == Answer.NOT_ASKED ? open : again).add(one);
            }
        }
        open.addAll(again);
        open.addAll(unimportant);
        return List.copyOf(open);
    }

    /** A profile has rows with grades: advice reads each of them, and the highest grade stands for a yes. */
    private boolean isProfile() {
        return pack.instrument().scale() == Instrument.Scale.GRADES;
    }

    private Answer state(String question) {
        Assessment.ItemAnswer answer = assessment.answers().get(question);
        return answer == null ? Answer.NOT_ASKED : answer.answer();
    }

    /** Whether what a question about safety asks for is known. An empty list of children says that there are none. */
    private boolean isKnown(String field) {
        Assessment.Circumstances known =
                assessment.circumstances() == null ? Assessment.Circumstances.UNKNOWN : assessment.circumstances();
        List<Assessment.Child> children = assessment.children();
        @Nullable
        Object value = switch (field) {
            case "safeToTalk" -> known.safeToTalk();
            case "perpetratorPresent" -> known.perpetratorPresent();
            case "seenAlone" -> known.seenAlone();
            case "perpetratorIs" -> known.perpetratorIs();
            default ->
                known.childrenAre() == null && children != null && children.isEmpty() ? children : known.childrenAre();
        };
        return value != null;
    }

    private NextQuestions.Open checklist(String question, Answer state) {
        List<String> could = new ArrayList<>(2);
        live.decision().unknowns().stream()
                .filter(unknown -> unknown.question().equals(question))
                .forEach(unknown -> could.addAll(unknown.couldChange()));
        boolean decisive = !could.isEmpty();
        if (isProfile() || pack.rules().itemsNamedByAdvice().contains(question)) {
            could.add(ADVICE);
        }
        Matters matters;
        if (decisive && live.decides().contains(question)) {
            matters = Matters.DECIDES;
        } else if (live.danger().contains(question)) {
            matters = Matters.DANGER_TO_LIFE;
        } else if (decisive) {
            matters = Matters.COUNTS;
        } else {
            matters = could.isEmpty() ? Matters.NOTHING : Matters.ADVICE;
        }
        return new NextQuestions.Open(question, state, matters, List.copyOf(could));
    }

    private List<NextQuestions.Question> put(List<NextQuestions.Open> open) {
        List<NextQuestions.Question> next = new ArrayList<>(MOST);
        for (NextQuestions.Open one : open) {
            boolean again = one.matters() == Matters.SAFETY && one.state() != Answer.NOT_ASKED;
            if (next.size() < MOST && one.matters() != Matters.NOTHING && !again) {
                next.add(one.matters() == Matters.SAFETY ? safety(one) : item(one));
            }
        }
        return List.copyOf(next);
    }

    private NextQuestions.Question safety(NextQuestions.Open open) {
        SafetyQuestions.Question question = pack.safetyQuestions().stream()
                .filter(one -> one.id().equals(open.question()))
                .findFirst()
                .orElseThrow();
        return new NextQuestions.Question(
                question.id(),
                question.label(),
                question.prompt(),
                "/circumstances/" + question.field(),
                open.matters(),
                question.why(),
                question.source(),
                question.confidence(),
                open.couldChange(),
                List.of(),
                new NextQuestions.Brings(live.decision().level().value(), List.of(), List.of(), List.of()));
    }

    private NextQuestions.Question item(NextQuestions.Open open) {
        Instrument.Item item = pack.instrument().items().get(pack.instrument().indexOf(open.question()));
        Set<String> could = live.criteria().apply(open.question());
        List<NextQuestions.OpenCriterion> criteria = live.decision().marac().criteria().stream()
                .filter(criterion -> could.contains(criterion.id()))
                .map(criterion ->
                        new NextQuestions.OpenCriterion(criterion.id(), criterion.distance(), criterion.because()))
                .toList();
        return new NextQuestions.Question(
                item.id(),
                item.label(),
                item.prompt(),
                "/answers/" + item.id(),
                open.matters(),
                item.why(),
                item.source(),
                item.whyConfidence(),
                open.couldChange(),
                criteria,
                brings(item.id()));
    }

    private NextQuestions.Brings brings(String question) {
        Decision before = live.decision();
        Assessment most = isProfile() ? assessment.with(question, Grade.HIGH) : assessment.with(question, Answer.YES);
        Decision after = decider.outline(most, choice);
        return new NextQuestions.Brings(
                after.level().value(),
                added(met(before), met(after), Decision.Criterion::id),
                added(before.prompts(), after.prompts(), Decision.Prompt::id),
                added(before.actions(), after.actions(), Decision.Action::id));
    }

    private static List<Decision.Criterion> met(Decision decision) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .toList();
    }

    private static <T> List<String> added(List<T> before, List<T> after, Function<T, String> id) {
        List<String> known = before.stream().map(id).toList();
        return after.stream().map(id).filter(one -> !known.contains(one)).toList();
    }
}

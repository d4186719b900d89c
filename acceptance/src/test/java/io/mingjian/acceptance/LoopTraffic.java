package io.mingjian.acceptance;

import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityHead;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.DistrictHandler;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes findings through the whole monitoring loop. As each party's console would, it looks again
 * after an unclear answer and acts only if nothing was done.
 */
final class LoopTraffic {
    private static final String LEADS = "/api/monitoring/v1/leads/";
    private static final Set<Integer> LOOK_AGAIN = Set.of(409, 412);

    /** States of a lead on its way; {@link Step#SUBMITTED} is the agency's act. */
    enum Step {
        SUBMITTED,
        QUALIFIED,
        ASSIGNED,
        RECEIVED,
        VERIFYING,
        DISPOSED,
        FEEDBACK_SUBMITTED,
        CLOSED
    }

    private final Traffic traffic;
    private final CityReviewer city;
    private final CityHead head;
    private final DistrictHandler district;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Map<Step, AtomicInteger> answered = new EnumMap<>(Step.class);

    LoopTraffic(Traffic traffic, Actors actors) {
        this.traffic = traffic;
        this.city = actors.cityReviewer();
        this.head = actors.cityHead();
        this.district = actors.huangpu();
        for (Step step : Step.values()) {
            answered.put(step, new AtomicInteger());
        }
    }

    /** Leads that came to their end. */
    Set<String> closed() {
        return closed;
    }

    /** How many leads were answered to have come so far. */
    int answered(Step step) {
        return count(step).get();
    }

    /** One finding from its submission to its closing. */
    void aWholeLoop() {
        String lead = traffic.submits(traffic.aPage());
        count(Step.SUBMITTED).incrementAndGet();
        takes(city, lead, "qualification", Map.of("verdict", "QUALIFIED"), Step.QUALIFIED);
        takes(
                city,
                lead,
                "assignment",
                Map.of("districtCode", "310101", "reasons", "按公示地址"),
                Step.ASSIGNED);
        takes(district, lead, "receipt", null, Step.RECEIVED);
        takes(district, lead, "verification", null, Step.VERIFYING);
        takes(
                district,
                lead,
                "disposal",
                Map.of("code", "NO_CASE_MINOR_CORRECTED", "reasons", "当事人已改正，情节轻微。"),
                Step.DISPOSED);
        takes(district, lead, "feedback", Map.of("summary", "已改正，不予立案。"), Step.FEEDBACK_SUBMITTED);
        takes(head, lead, "closing", Map.of(), Step.CLOSED);
        closed.add(lead);
    }

    private void takes(Actor who, String lead, String step, @Nullable Object body, Step wanted) {
        String path = LEADS + lead;
        traffic.answered(
                        () -> {
                            Answer seen = who.door().get(path);
                            return seen.status() == 200 && !isIn(wanted, seen)
                                    ? who.door()
                                            .post(
                                                    path + "/" + step,
                                                    body,
                                                    Map.of("If-Match", seen.etag()))
                                    : seen;
                        },
                        answer -> isIn(wanted, answer) || isRefusal(answer))
                .require(200);
        count(wanted).incrementAndGet();
    }

    private AtomicInteger count(Step step) {
        return Objects.requireNonNull(answered.get(step));
    }

    private static boolean isIn(Step step, Answer lead) {
        return lead.status() == 200 && lead.textAt("/lead/state").equals(step.name());
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && !LOOK_AGAIN.contains(answer.status());
    }
}

package io.mingjian.monitoring.sla;

import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.sla.Punctuality.Answers;
import io.mingjian.monitoring.sla.Punctuality.Count;
import io.mingjian.monitoring.sla.SlaViews.PunctualityView;
import io.mingjian.monitoring.sla.SlaViews.SlaTaskView;
import io.mingjian.monitoring.sla.SlaViews.TaskCount;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: tasks with their times, and how punctual everybody is. */
@Path("/v1")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "任务时限 Time limits of tasks")
public class SlaQueries {
    private final Punctuality punctuality;
    private final Callers callers;
    private final LegalTime time;

    SlaQueries(Punctuality punctuality, Callers callers, LegalTime time) {
        this.punctuality = punctuality;
        this.callers = callers;
        this.time = time;
    }

    @GET
    @Path("/sla-tasks")
    @Operation(
            operationId = "listSlaTasks",
            summary = "任务时限表 / Tasks: who has how long, and where it is written")
    public Uni<Page<SlaTaskView>> tasks() {
        LocalDate today = LegalDay.of(time.instant());
        List<SlaTaskView> views =
                SlaTasks.SHIPPED.all().stream()
                        .map(task -> SlaTaskView.of(task, SlaTasks.SHIPPED.limitOf(task, today)))
                        .toList();
        return Uni.createFrom().item(new Page<>(views, null));
    }

    @GET
    @Path("/punctuality")
    @WithSession
    @Operation(
            operationId = "getPunctuality",
            summary =
                    "各任务、各承办单位的时效；非市局只见本单位 / Punctuality per task and holder; all but the city see their own")
    public Uni<PunctualityView> punctuality(@BeanParam PunctualityParams params) {
        PunctualityFilter filter = params.toFilter(callers.current());
        return time.now().chain(now -> punctuality(filter, now));
    }

    private Uni<PunctualityView> punctuality(PunctualityFilter filter, Moment now) {
        return punctuality
                .leadTasks(filter, now.day())
                .chain(
                        leads ->
                                punctuality
                                        .answers(filter)
                                        .map(answers -> view(filter, leads, answers, now)));
    }

    private static PunctualityView view(
            PunctualityFilter filter, List<Count> leads, List<Answers> answers, Moment now) {
        Stream<TaskCount> ofLeads = leads.stream().map(SlaQueries::count);
        Stream<TaskCount> ofInstructions =
                SlaTasks.SHIPPED.find(AnswerTime.TASK).stream()
                        .flatMap(
                                task ->
                                        AnswerTime.of(
                                                task,
                                                answers,
                                                day -> SlaTasks.SHIPPED.limitOf(task, day),
                                                now)
                                                .stream());
        return new PunctualityView(
                filter.days().from(),
                filter.days().to(),
                now.day(),
                Stream.concat(ofInstructions, ofLeads).toList());
    }

    private static TaskCount count(Count each) {
        return TaskCount.of(
                each.task(),
                SlaTasks.SHIPPED.find(each.task()).map(SlaTask::zh).orElse(each.task()),
                each.holder(),
                each.doneInTime(),
                each.doneLate(),
                each.open(),
                each.openLate(),
                each.takenOverLate());
    }
}

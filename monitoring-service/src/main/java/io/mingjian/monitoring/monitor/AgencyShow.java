package io.mingjian.monitoring.monitor;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.monitor.AgencyViews.AgencyView;
import io.mingjian.monitoring.monitor.AgencyViews.ContractView;
import io.mingjian.monitoring.monitor.AgencyViews.StaffView;
import io.mingjian.monitoring.monitor.AgencyViews.Trust;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows agencies' pages. Whether an agency is trusted is for the city to know. */
@ApplicationScoped
class AgencyShow {
    private final AgencyBook book;
    private final LegalTime time;

    AgencyShow(AgencyBook book, LegalTime time) {
        this.book = book;
        this.time = time;
    }

    Uni<Answer> to(Caller caller, Agency agency) {
        return all(caller, List.of(agency)).map(views -> answer(caller, agency, views.get(0)));
    }

    /** The tag moves with the trust too, and only the city changes anything here. */
    private static Answer answer(Caller caller, Agency agency, AgencyView view) {
        return caller.isCity() ? Answer.ok(agency.version(), view) : Answer.ok(view);
    }

    Uni<Answer> created(Caller caller, Agency agency) {
        return to(caller, agency)
                .map(
                        shown ->
                                new Answer(
                                        201,
                                        "/v1/agencies/" + agency.organisation(),
                                        shown.etag(),
                                        shown.body()));
    }

    Uni<List<AgencyView>> all(Caller caller, List<Agency> agencies) {
        List<String> ids = agencies.stream().map(Agency::organisation).toList();
        return book.contracts(ids)
                .chain(
                        contracts ->
                                book.staff(ids)
                                        .chain(
                                                staff ->
                                                        time.now()
                                                                .map(
                                                                        now ->
                                                                                agencies.stream()
                                                                                        .map(
                                                                                                agency ->
                                                                                                        view(
                                                                                                                caller,
                                                                                                                agency,
                                                                                                                contracts,
                                                                                                                staff,
                                                                                                                now
                                                                                                                        .day()))
                                                                                        .toList())));
    }

    private static AgencyView view(
            Caller caller,
            Agency agency,
            List<Contract> contracts,
            List<StaffMember> staff,
            LocalDate today) {
        List<Contract> own =
                contracts.stream()
                        .filter(each -> each.organisation().equals(agency.organisation()))
                        .toList();
        return new AgencyView(
                agency.organisation(),
                agency.name(),
                agency.uscc().orElse(null),
                new AgencyContracts(own.stream().map(Contract::toTerm).toList()).standingOn(today),
                trust(caller, agency),
                own.stream().map(each -> ContractView.of(each, today)).toList(),
                staff.stream()
                        .filter(each -> each.organisation().equals(agency.organisation()))
                        .map(each -> StaffView.of(each, today))
                        .toList(),
                LegalTime.outside(agency.registeredAt()),
                LegalTime.outside(agency.updatedAt()));
    }

    private static @Nullable Trust trust(Caller caller, Agency agency) {
        return caller.isCity()
                ? new Trust(
                        agency.isTrusted(),
                        agency.trustReasons().orElse(null),
                        agency.trustDecidedAt().map(LegalTime::outside).orElse(null),
                        agency.trustDecidedBy().orElse(null))
                : null;
    }
}

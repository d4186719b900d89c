package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.code.District;
import io.mingjian.registry.complaint.Clues;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.report.ReportContent;
import io.mingjian.registry.report.ReportRegistration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Enters the report that a clue found in mediation becomes (Order 121 Art 27). The bureau found it,
 * nobody reported it: it names no reporter and belongs to no filer (Art 37).
 */
@ApplicationScoped
class ClueIntake implements Clues {
    private final Numbers numbers;
    private final ReportRegistration reports;
    private final Calendars calendars;

    ClueIntake(Numbers numbers, ReportRegistration reports, Calendars calendars) {
        this.numbers = numbers;
        this.reports = reports;
        this.calendars = calendars;
    }

    @Override
    public Uni<ClueReport> register(Caller caller, Clue clue) {
        District district = District.ofCode(clue.districtCode()).orElseThrow();
        return calendars.current().chain(calendar -> register(caller, clue, district, calendar));
    }

    private Uni<ClueReport> register(
            Caller caller, Clue clue, District district, WorkingCalendar calendar) {
        String agency = district.organisation();
        int year = LegalDay.of(clue.foundAt()).getYear();
        return numbers.next(agency, RegistrationNo.series(FilingKind.REPORT), year)
                .map(running -> RegistrationNo.of(agency, FilingKind.REPORT, year, running))
                .chain(number -> enter(caller, clue, district, number, calendar));
    }

    private Uni<ClueReport> enter(
            Caller caller, Clue clue, District district, String number, WorkingCalendar calendar) {
        UUID id = Ids.next();
        var fresh =
                new ReportRegistration.Fresh(
                        id,
                        head(caller, clue, district, number),
                        content(clue),
                        at(district),
                        null);
        return reports.register(caller, List.of(fresh), calendar)
                .map(all -> all.get(0))
                .map(done -> new ClueReport(id, number, done.state(), done.holder()));
    }

    private static FilingHead head(Caller caller, Clue clue, District district, String number) {
        return new FilingHead(
                Ids.next(),
                clue.complaintId(),
                null,
                number,
                clue.channel(),
                null,
                district.organisation(),
                district.organisation(),
                clue.foundAt(),
                caller.name());
    }

    private static ReportContent content(Clue clue) {
        return new ReportContent(clue.party(), clue.description(), clue.basis(), List.of());
    }

    private static Placement at(District district) {
        return new Placement(
                district,
                ReportRegistration.FOUND_IN_MEDIATION,
                "Order 121 Art 27",
                "调解中发现的违法线索，由调解机关核查");
    }
}

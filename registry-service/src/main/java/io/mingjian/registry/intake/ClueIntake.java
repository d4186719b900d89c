package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.time.LegalDay;
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

    ClueIntake(Numbers numbers, ReportRegistration reports) {
        this.numbers = numbers;
        this.reports = reports;
    }

    @Override
    public Uni<ClueReport> register(Caller caller, Clue clue) {
        District district = District.ofCode(clue.districtCode()).orElseThrow();
        String agency = district.organisation();
        int year = LegalDay.of(clue.foundAt()).getYear();
        return numbers.next(agency, RegistrationNo.series(FilingKind.REPORT), year)
                .map(running -> RegistrationNo.of(agency, FilingKind.REPORT, year, running))
                .chain(number -> enter(caller, clue, district, number));
    }

    private Uni<ClueReport> enter(Caller caller, Clue clue, District district, String number) {
        UUID id = Ids.next();
        return reports.register(
                        caller,
                        new ReportRegistration.Fresh(
                                id,
                                head(caller, clue, district, number),
                                content(clue),
                                at(district),
                                null))
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

package io.mingjian.registry.intake;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.complaint.ComplaintContent;
import io.mingjian.registry.complaint.ComplaintRegistration;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.filer.Filers.Asked;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.intake.FilingViews.RegisteredFiling;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.mingjian.registry.intake.Submission.Joint;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.report.ReportContent;
import io.mingjian.registry.report.ReportRegistration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Enters submissions, one or many, in one transaction and with the same number of statements. The
 * order matters for those who wait for each other: numbers of origin, filers, running numbers,
 * rows, audit; nobody takes them the other way round, and what all wait for comes last.
 */
@ApplicationScoped
public class Intake {
    private final Submissions submissions;
    private final Filers filers;
    private final Numbers numbers;
    private final ComplaintRegistration complaints;
    private final ReportRegistration reports;
    private final Audit audit;
    private final Calendars calendars;
    private final MeterRegistry meters;
    private final Clock clock;

    Intake(
            Submissions submissions,
            Filers filers,
            Numbers numbers,
            ComplaintRegistration complaints,
            ReportRegistration reports,
            Audit audit,
            Calendars calendars,
            MeterRegistry meters,
            Clock clock) {
        this.submissions = submissions;
        this.filers = filers;
        this.numbers = numbers;
        this.complaints = complaints;
        this.reports = reports;
        this.audit = audit;
        this.calendars = calendars;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Enters one. The caller still has to {@link #record} it, last of all in the transaction.
     *
     * @throws Conflict if this organisation entered the same number of the same channel before
     */
    Uni<RegisteredFilings> enter(Caller caller, Submission submission) {
        return enter(caller, List.of(submission))
                .chain(
                        entered ->
                                entered.get(0)
                                        .map(done -> Uni.createFrom().item(done))
                                        .orElseGet(() -> refuse(caller, submission)));
    }

    private Uni<RegisteredFilings> refuse(Caller caller, Submission submission) {
        return enteredAs(caller, List.of(submission))
                .chain(
                        first ->
                                Uni.createFrom()
                                        .failure(exists(submission.externalNo(), first.get(0))));
    }

    /**
     * Under which registration numbers these were entered when they came first.
     *
     * @return by place in the list
     */
    Uni<Map<Integer, String>> enteredAs(Caller caller, List<Submission> repeated) {
        return submissions.enteredAs(caller, repeated);
    }

    /** Writes down in the audit chain what was entered. */
    Uni<Void> record(Caller caller, List<RegisteredFilings> entered) {
        return audit.record(caller, entered.stream().map(Intake::entry).toList());
    }

    /** What else is written in the transaction that enters submissions. */
    public interface Besides {
        /**
         * @param entered in the order given; empty where this organisation entered the same number
         *     of the same channel before
         */
        Uni<Void> write(List<Optional<RegisteredFilings>> entered);
    }

    /**
     * Enters many, with all that registration does for each, audit included; to be called last in
     * the transaction.
     *
     * @return in the order given; empty where this organisation entered the same number of the same
     *     channel before
     */
    public Uni<List<Optional<RegisteredFilings>>> registerAll(Caller caller, List<Submission> all) {
        return registerAll(caller, all, entered -> Uni.createFrom().voidItem());
    }

    /**
     * Enters many, with all that registration does for each. The audit chain, for which all wait,
     * comes after everything else, so nothing is to follow in the transaction.
     */
    public Uni<List<Optional<RegisteredFilings>>> registerAll(
            Caller caller, List<Submission> all, Besides besides) {
        return enter(caller, all)
                .call(besides::write)
                .call(
                        entered ->
                                record(
                                        caller,
                                        entered.stream().flatMap(Optional::stream).toList()));
    }

    /**
     * Which of these numbers of a channel the caller's organisation has entered before, and under
     * which registration numbers.
     */
    public Uni<Map<String, String>> known(Caller caller, Channel channel, Set<String> numbers) {
        return submissions.known(caller, channel.name(), numbers);
    }

    private Uni<List<Optional<RegisteredFilings>>> enter(Caller caller, List<Submission> all) {
        List<Registration> fresh = all.stream().map(each -> Registration.of(caller, each)).toList();
        return submissions
                .add(caller, fresh)
                .chain(
                        added -> {
                            List<Registration> entering =
                                    fresh.stream()
                                            .filter(each -> added.contains(each.submissionId()))
                                            .toList();
                            return entering.isEmpty()
                                    ? Uni.createFrom().item(Map.<UUID, RegisteredFilings>of())
                                    : enterFresh(caller, entering);
                        })
                .map(
                        done ->
                                fresh.stream()
                                        .map(
                                                each ->
                                                        Optional.ofNullable(
                                                                done.get(each.submissionId())))
                                        .toList());
    }

    private Uni<Map<UUID, RegisteredFilings>> enterFresh(Caller caller, List<Registration> fresh) {
        return resolve(caller, fresh)
                .chain(known -> compared(caller, known))
                .chain(
                        known ->
                                calendars
                                        .current()
                                        .chain(calendar -> number(caller, known, calendar)));
    }

    /** From the first number to the end of the transaction others of the bureau wait. */
    private Uni<Map<UUID, RegisteredFilings>> number(
            Caller caller, List<Registration> known, WorkingCalendar calendar) {
        return numbered(known)
                .chain(
                        parts ->
                                enterParts(caller, parts, calendar)
                                        .invoke(done -> parts.forEach(this::count)))
                .map(entered -> bySubmission(known, entered));
    }

    /** Tells the officer if the same filer filed the same before; it is entered all the same. */
    private Uni<List<Registration>> compared(Caller caller, List<Registration> known) {
        return submissions
                .sameMatter(caller, known)
                .map(earlier -> known.stream().map(each -> compared(each, earlier)).toList());
    }

    private static Registration compared(Registration known, Map<UUID, String> earlier) {
        String first = earlier.get(known.submissionId());
        return first == null
                ? known
                : known.remarking(
                        new Warning(
                                "/filer",
                                "same-matter",
                                "该投诉举报人曾就同一经营者提出内容相同的投诉举报（" + first + "），请核对是否重复；不影响登记。"));
    }

    private Uni<List<Registration>> resolve(Caller caller, List<Registration> fresh) {
        List<Asked> asked =
                fresh.stream()
                        .flatMap(each -> each.submission().filer().map(each::asked).stream())
                        .toList();
        return filers.resolve(caller, asked)
                .map(
                        known ->
                                fresh.stream()
                                        .map(
                                                each ->
                                                        each.by(
                                                                Optional.ofNullable(
                                                                        known.get(
                                                                                each
                                                                                        .submissionId()))))
                                        .toList());
    }

    /** One filing of a submission with its number. */
    private record Part(Registration of, UUID id, FilingKind kind, FilingHead head) {
        Placement place() {
            Submission said = of.submission();
            return Objects.requireNonNull(
                    kind == FilingKind.COMPLAINT ? said.complaintPlace() : said.reportPlace());
        }

        RegisteredFiling entered(String state, String holder, DueView due) {
            return RegisteredFiling.of(
                    id, kind, head.registrationNo(), state, holder, place(), due);
        }
    }

    /** Complaints take their numbers before reports, always. */
    private Uni<List<Part>> numbered(List<Registration> known) {
        return numbered(known, FilingKind.COMPLAINT)
                .chain(
                        complaints ->
                                numbered(known, FilingKind.REPORT)
                                        .map(
                                                reports ->
                                                        Stream.concat(
                                                                        complaints.stream(),
                                                                        reports.stream())
                                                                .toList()));
    }

    private Uni<List<Part>> numbered(List<Registration> known, FilingKind kind) {
        List<Registration> having =
                known.stream().filter(each -> each.idOf(kind).isPresent()).toList();
        if (having.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String agency = having.get(0).agency();
        int year = LegalDay.today(clock).getYear();
        return numbers.take(agency, RegistrationNo.series(kind), year, having.size())
                .map(
                        first -> {
                            List<Part> parts = new ArrayList<>(having.size());
                            for (Registration each : having) {
                                String number =
                                        RegistrationNo.of(agency, kind, year, first + parts.size());
                                parts.add(
                                        new Part(
                                                each,
                                                each.idOf(kind).orElseThrow(),
                                                kind,
                                                each.head(kind, number)));
                            }
                            return List.copyOf(parts);
                        });
    }

    private Uni<List<RegisteredFiling>> enterParts(
            Caller caller, List<Part> parts, WorkingCalendar calendar) {
        List<Part> ofComplaints = of(parts, FilingKind.COMPLAINT);
        List<Part> ofReports = of(parts, FilingKind.REPORT);
        List<RegisteredFiling> entered = new ArrayList<>(parts.size());
        return complaints
                .register(caller, ofComplaints.stream().map(Intake::complaint).toList(), calendar)
                .invoke(
                        done -> {
                            for (int i = 0; i < done.size(); i++) {
                                var each = done.get(i);
                                entered.add(
                                        ofComplaints
                                                .get(i)
                                                .entered(each.state(), each.holder(), each.due()));
                            }
                        })
                .chain(
                        () ->
                                reports.register(
                                        caller,
                                        ofReports.stream().map(Intake::report).toList(),
                                        calendar))
                .invoke(
                        done -> {
                            for (int i = 0; i < done.size(); i++) {
                                var each = done.get(i);
                                entered.add(
                                        ofReports
                                                .get(i)
                                                .entered(each.state(), each.holder(), each.due()));
                            }
                        })
                .replaceWith(entered);
    }

    private static List<Part> of(List<Part> parts, FilingKind kind) {
        return parts.stream().filter(each -> each.kind() == kind).toList();
    }

    private static ComplaintRegistration.Fresh complaint(Part part) {
        Submission said = part.of().submission();
        ComplaintContent content =
                new ComplaintContent(
                        said.respondent(),
                        said.claims(),
                        Objects.requireNonNull(said.facts()),
                        said.evidenceIds(),
                        said.consentToPublish(),
                        said.consentToDelegatedMediation(),
                        said.claimedAmounts(),
                        said.power(),
                        said.joint().map(Joint::complaint).orElse(null));
        return new ComplaintRegistration.Fresh(
                part.id(), part.head(), content, part.place(), part.of().masked());
    }

    private static ReportRegistration.Fresh report(Part part) {
        Submission said = part.of().submission();
        ReportContent content =
                new ReportContent(
                        said.respondent(),
                        Objects.requireNonNull(said.clueDescription()),
                        Objects.requireNonNull(said.factualBasis()),
                        said.evidenceIds(),
                        said.advertising(),
                        said.power(),
                        said.reporterCapacity(),
                        said.safetyHarm() ? true : null);
        return new ReportRegistration.Fresh(
                part.id(), part.head(), content, part.place(), part.of().masked());
    }

    private static Map<UUID, RegisteredFilings> bySubmission(
            List<Registration> fresh, List<RegisteredFiling> entered) {
        Map<UUID, RegisteredFiling> byId =
                entered.stream().collect(toMap(RegisteredFiling::id, each -> each));
        return fresh.stream()
                .collect(
                        toMap(
                                Registration::submissionId,
                                each ->
                                        new RegisteredFilings(
                                                each.submissionId(),
                                                Stream.of(FilingKind.COMPLAINT, FilingKind.REPORT)
                                                        .flatMap(kind -> each.idOf(kind).stream())
                                                        .map(byId::get)
                                                        .toList(),
                                                each.remarks())));
    }

    private void count(Part entered) {
        meters.counter(
                        "mingjian_intake_filings",
                        "kind",
                        entered.kind().name(),
                        "channel",
                        entered.head().channel().name())
                .increment();
    }

    /**
     * @param first the registration number that it got when it came first
     */
    static Conflict exists(@Nullable String externalNo, @Nullable String first) {
        String as = first == null ? "" : "，登记编号为" + first;
        return new Conflict(
                "filing-exists",
                "该渠道编号（" + externalNo + "）的投诉举报已经登记" + as + "，请勿重复登记。",
                "A filing with this number of this channel has been entered already"
                        + (first == null ? "." : " as " + first + "."));
    }

    private static AuditEntry entry(RegisteredFilings entered) {
        RegisteredFiling first = entered.filings().get(0);
        String type = first.kind() == FilingKind.COMPLAINT ? "complaint" : "report";
        return AuditEntry.of("filing.register", type, first.id().toString())
                .changing(null, entered.filings());
    }
}

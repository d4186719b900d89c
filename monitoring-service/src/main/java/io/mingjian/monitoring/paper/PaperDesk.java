package io.mingjian.monitoring.paper;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.instruction.InstructionFacts;
import io.mingjian.monitoring.instruction.InstructionListener;
import io.mingjian.monitoring.instruction.InstructionReading;
import io.mingjian.monitoring.letter.LetterReading;
import io.mingjian.monitoring.letter.LetterReading.LetterFacts;
import io.mingjian.monitoring.monitor.Agencies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders papers: the closing report in the transaction that closes the instruction, all others when
 * they are asked for first. What a paper says is fixed by its order, whatever becomes of its
 * subject.
 */
@ApplicationScoped
class PaperDesk implements InstructionListener {
    private final InstructionReading instructions;
    private final LetterReading letters;
    private final Agencies agencies;
    private final PaperSources sources;
    private final PaperOrders orders;
    private final Numbers numbers;
    private final LegalTime time;

    PaperDesk(
            InstructionReading instructions,
            LetterReading letters,
            Agencies agencies,
            PaperSources sources,
            PaperOrders orders,
            Numbers numbers,
            LegalTime time) {
        this.instructions = instructions;
        this.letters = letters;
        this.agencies = agencies;
        this.sources = sources;
        this.orders = orders;
        this.numbers = numbers;
        this.time = time;
    }

    @Override
    public Uni<Void> closed(InstructionFacts instruction) {
        return report(instruction).replaceWithVoid();
    }

    /**
     * The paper of a version of an instruction.
     *
     * @param version the one in force if absent
     * @param agency for the city: the copy that speaks to this agency; its own copy if absent
     */
    Uni<PaperOrder> instruction(
            Caller caller, UUID id, @Nullable Integer version, @Nullable String agency) {
        return instructions
                .look(caller, id, version)
                .chain(found -> copyFor(found, addressee(caller, found, agency)));
    }

    /** An agency gets its own copy; to ask for that of another finds nothing. */
    private static String addressee(
            Caller caller, InstructionFacts found, @Nullable String agency) {
        if (agency == null) {
            return caller.isCity() ? found.bureau() : caller.organisation();
        }
        if (!found.agencies().contains(agency)) {
            throw PaperOrders.unknown();
        }
        return agency;
    }

    /** The bureau's own copy names all agencies, an agency's copy itself alone. */
    private Uni<PaperOrder> copyFor(InstructionFacts found, String addressee) {
        boolean own = addressee.equals(found.bureau());
        List<String> named = own ? found.agencies() : List.of(addressee);
        String no =
                found.edition() == 1
                        ? found.instructionNo()
                        : found.instructionNo() + "（第" + found.edition() + "版）";
        return agencies.namesOf(named)
                .chain(
                        names ->
                                add(
                                        PaperKind.INSTRUCTION,
                                        found.id(),
                                        found.edition(),
                                        addressee,
                                        found.bureau(),
                                        no,
                                        Facts.of(
                                                found,
                                                own
                                                        ? "各承接机构"
                                                        : names.getOrDefault(addressee, addressee),
                                                named.stream()
                                                        .map(id -> Words.agency(id, names))
                                                        .toList()),
                                        LegalDay.of(found.madeAt())));
    }

    /** The closing report; a conflict while the instruction is open. */
    Uni<PaperOrder> report(Caller caller, UUID id) {
        if (!caller.isCity()) {
            throw PaperOrders.unknown();
        }
        return instructions.look(caller, id, null).chain(this::report);
    }

    private Uni<PaperOrder> report(InstructionFacts instruction) {
        Instant closedAt = instruction.closedAt();
        if (closedAt == null) {
            throw new Conflict(
                    "instruction-open",
                    "监测指令尚未办结，办结后自动生成报告。",
                    "The instruction is open; its report is made when it closes.");
        }
        return add(
                PaperKind.CLOSING_REPORT,
                instruction.id(),
                1,
                instruction.bureau(),
                instruction.bureau(),
                "",
                Facts.closing(instruction, closedAt),
                LegalDay.of(instruction.issuedAt()));
    }

    /** The notice of a lead's assignment, for a district of its own last one. */
    Uni<PaperOrder> assignmentNotice(Caller caller, UUID leadId) {
        return sources.assigned(caller, leadId)
                .map(found -> found.orElseThrow(PaperOrders::unknown))
                .chain(
                        found ->
                                add(
                                        PaperKind.ASSIGNMENT_NOTICE,
                                        found.id(),
                                        1,
                                        found.district(),
                                        found.lead().bureau(),
                                        "",
                                        Facts.of(found),
                                        LegalDay.of(found.assignedAt())));
    }

    /** The form of a round of work that was fed back. */
    Uni<PaperOrder> feedbackForm(Caller caller, UUID leadId, @Nullable Integer round) {
        return sources.fedBack(caller, leadId, round)
                .map(found -> found.orElseThrow(PaperOrders::unknown))
                .chain(
                        found ->
                                add(
                                        PaperKind.FEEDBACK_FORM,
                                        found.id(),
                                        found.round(),
                                        found.toldBy(),
                                        found.lead().bureau(),
                                        "",
                                        Facts.of(found),
                                        LegalDay.of(found.fedBackAt())));
    }

    /** A letter that was issued; a conflict while it is a draft. */
    Uni<PaperOrder> assistanceLetter(Caller caller, UUID letterId) {
        return letters.look(caller, letterId).chain(this::letter);
    }

    private Uni<PaperOrder> letter(LetterFacts letter) {
        Instant issuedAt = letter.issuedAt();
        String no = letter.letterNo();
        if (issuedAt == null || no == null) {
            throw new Conflict(
                    "letter-not-issued",
                    "协助函尚未签发，没有正式文书。",
                    "The letter is a draft; it has no paper yet.");
        }
        return add(
                PaperKind.ASSISTANCE_LETTER,
                letter.id(),
                1,
                letter.platform(),
                letter.leadBureau(),
                no,
                Facts.of(letter, Words.bureau(letter.bureau())),
                LegalDay.of(issuedAt));
    }

    /** The order with this place, written now if there is none; of two at once one is written. */
    private Uni<PaperOrder> add(
            PaperKind kind,
            UUID subject,
            int edition,
            String addressee,
            String bureau,
            String paperNo,
            Map<String, String> facts,
            LocalDate issuedOn) {
        return orders.find(kind, subject, edition, addressee)
                .chain(
                        kept ->
                                kept.isPresent()
                                        ? Uni.createFrom().item(kept.get())
                                        : write(
                                                kind, subject, edition, addressee, bureau, paperNo,
                                                facts, issuedOn));
    }

    private Uni<PaperOrder> write(
            PaperKind kind,
            UUID subject,
            int edition,
            String addressee,
            String bureau,
            String paperNo,
            Map<String, String> facts,
            LocalDate issuedOn) {
        PaperTemplate template = PaperTemplates.SHIPPED.inForceOn(kind, today());
        PaperOrder order =
                new PaperOrder(
                        Ids.next(),
                        kind,
                        subject,
                        edition,
                        addressee,
                        bureau,
                        paperNo,
                        template.version(),
                        facts,
                        issuedOn,
                        PaperState.WAITING,
                        0,
                        0,
                        0,
                        null,
                        null,
                        time.instant(),
                        null);
        return orders.fix(template, time.instant())
                .invoke(first -> refuseChanged(template, first))
                .chain(() -> orders.add(order))
                .call(isNew -> isNew && paperNo.isEmpty() ? number(order) : nothing())
                .chain(() -> orders.find(kind, subject, edition, addressee))
                .map(Optional::orElseThrow);
    }

    private Uni<Void> number(PaperOrder order) {
        int year = today().getYear();
        String series = order.kind().series();
        return numbers.next(order.bureau(), "paper." + series, year)
                .chain(
                        running ->
                                orders.number(
                                        order.id(), "%s%d-%05d".formatted(series, year, running)));
    }

    private static void refuseChanged(PaperTemplate template, String first) {
        if (!first.equals(PaperTemplates.sm3(template))) {
            throw new IllegalStateException(
                    "the text of "
                            + template.kind()
                            + " v"
                            + template.version()
                            + " was changed after its first use; add a new version");
        }
    }

    private LocalDate today() {
        return LegalDay.of(time.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}

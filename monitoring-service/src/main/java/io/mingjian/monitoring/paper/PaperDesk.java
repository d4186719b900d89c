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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders papers: an instruction's in the transaction that issues or closes it, all others when they
 * are asked for first. What a paper says is fixed by its order, whatever becomes of its subject.
 */
@ApplicationScoped
class PaperDesk implements InstructionListener {
    private final InstructionReading instructions;
    private final PaperSources sources;
    private final PaperOrders orders;
    private final Numbers numbers;
    private final LegalTime time;

    PaperDesk(
            InstructionReading instructions,
            PaperSources sources,
            PaperOrders orders,
            Numbers numbers,
            LegalTime time) {
        this.instructions = instructions;
        this.sources = sources;
        this.orders = orders;
        this.numbers = numbers;
        this.time = time;
    }

    /** Fixes what this edition says; nobody has asked for a file yet. */
    @Override
    public Uni<Void> issued(InstructionFacts instruction) {
        return note(instruction).replaceWithVoid();
    }

    /** The report is wanted at once. */
    @Override
    public Uni<Void> closed(InstructionFacts instruction) {
        return report(instruction).replaceWithVoid();
    }

    /**
     * The paper of an instruction.
     *
     * @param edition the one in force if absent
     * @param agency for the city: the copy that speaks to this agency; its own copy if absent
     */
    Uni<PaperOrder> instruction(
            Caller caller, UUID id, @Nullable Integer edition, @Nullable String agency) {
        return instructions
                .look(caller, id)
                .chain(found -> bureausCopy(found, edition))
                .chain(copy -> copyFor(caller, copy, agency))
                .chain(this::wanted);
    }

    /** What the bureau keeps: it names all agencies, also those that the caller may not know of. */
    private Uni<PaperOrder> bureausCopy(InstructionFacts found, @Nullable Integer edition) {
        int wanted = edition == null ? found.edition() : edition;
        return orders.find(PaperKind.INSTRUCTION, found.id(), wanted, found.bureau())
                .chain(
                        kept ->
                                kept.map(order -> Uni.createFrom().item(order))
                                        .orElseGet(() -> noteLate(found, wanted)));
    }

    /** For instructions that were issued before papers were kept. */
    private Uni<PaperOrder> noteLate(InstructionFacts found, int edition) {
        if (edition != found.edition()) {
            throw PaperOrders.unknown();
        }
        return instructions
                .look(Caller.machine("monitoring"), found.id())
                .chain(this::note);
    }

    private Uni<PaperOrder> copyFor(Caller caller, PaperOrder bureaus, @Nullable String agency) {
        if (caller.isCity() && agency == null) {
            return Uni.createFrom().item(bureaus);
        }
        String addressee = caller.isCity() ? String.valueOf(agency) : caller.organisation();
        boolean ofAnother = agency != null && !agency.equals(addressee);
        if (ofAnother || !Facts.names(bureaus.facts(), addressee)) {
            throw PaperOrders.unknown();
        }
        return add(
                PaperKind.INSTRUCTION,
                bureaus.subjectId(),
                bureaus.edition(),
                addressee,
                bureaus.bureau(),
                bureaus.paperNo(),
                Facts.forAgency(bureaus.facts(), addressee),
                bureaus.issuedOn());
    }

    private Uni<PaperOrder> note(InstructionFacts instruction) {
        String no =
                instruction.edition() == 1
                        ? instruction.instructionNo()
                        : instruction.instructionNo() + "（第" + instruction.edition() + "版）";
        return add(
                PaperKind.INSTRUCTION,
                instruction.id(),
                instruction.edition(),
                instruction.bureau(),
                instruction.bureau(),
                no,
                Facts.of(instruction),
                today());
    }

    /** The closing report; a conflict while the instruction is open. */
    Uni<PaperOrder> report(Caller caller, UUID id) {
        if (!caller.isCity()) {
            throw PaperOrders.unknown();
        }
        return instructions.look(caller, id).chain(this::report);
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
                        LegalDay.of(instruction.issuedAt()))
                .chain(this::wanted);
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
                                        LegalDay.of(found.assignedAt())))
                .chain(this::wanted);
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
                                        found.district(),
                                        found.lead().bureau(),
                                        "",
                                        Facts.of(found),
                                        LegalDay.of(found.fedBackAt())))
                .chain(this::wanted);
    }

    private Uni<PaperOrder> wanted(PaperOrder order) {
        return order.state() == PaperState.NOTED
                ? orders.wanted(order.id(), time.instant()).replaceWith(order)
                : Uni.createFrom().item(order);
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
                        PaperState.NOTED,
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

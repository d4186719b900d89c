package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.AmendmentChanges;
import io.mingjian.monitoring.instruction.InstructionViews.AmendmentRequest;
import io.mingjian.monitoring.instruction.InstructionViews.OutputSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the city wants to be otherwise, seen against an instruction and its parts. An amendment that
 * only adds or withdraws agencies makes no new version: whoever works on the instruction already
 * must not learn from a number that others do too.
 */
final class Amendment {
    private final Instruction instruction;
    private final List<Commission> parts;
    private final AmendmentChanges changes;
    private final String reasons;
    private final InstructionContent content;

    private Amendment(Instruction instruction, List<Commission> parts, AmendmentRequest request) {
        this.instruction = instruction;
        this.parts = parts;
        this.changes = request.changes();
        this.reasons = Optional.ofNullable(request.reasons()).orElseThrow(ReasonsMissing::new);
        this.content = instruction.content().with(changes);
    }

    static Amendment of(Instruction instruction, List<Commission> parts, AmendmentRequest request) {
        return new Amendment(instruction, parts, request);
    }

    boolean changesContent() {
        return !content.equals(instruction.content());
    }

    /** All that is wrong with it, but for contracts. */
    InstructionCheck check(LocalDate today) {
        InstructionCheck check = new InstructionCheck("/changes");
        if (!changesContent() && changes.added().isEmpty() && changes.withdrawn().isEmpty()) {
            check.add("", "nothing-changed", "变更内容与现行指令相同", "Nothing is to be otherwise.");
        }
        if (changes.period() != null || changes.deadline() != null) {
            check.days(content);
        }
        check.deadlineNotPassed(changes.deadline(), today);
        check.platforms(changes.platforms());
        check.categories(changes.categories());
        boolean outputConcerned = changes.outputSpec() != null || changes.categories() != null;
        check.output(
                outputConcerned ? OutputSpec.of(content.terms()) : null,
                content.terms().categories());
        check.repeated("/addAgencies", changes.added(), "监测机构重复", "The agency is named twice.");
        check.repeated(
                "/withdrawAgencies", changes.withdrawn(), "监测机构重复", "The agency is named twice.");
        newAgencies(check);
        withdrawnAgencies(check);
        return check;
    }

    private void newAgencies(InstructionCheck check) {
        for (int at = 0; at < changes.added().size(); at++) {
            Optional<Commission> part = part(changes.added().get(at));
            if (part.isPresent() && part.get().state().isConcerned()) {
                check.add(
                        "/addAgencies/" + at,
                        "instructed-already",
                        "该机构已在本指令的监测机构之中",
                        "The agency is instructed already.");
            }
        }
    }

    /** What an agency handed in keeps it in: it is not to vanish from the instruction. */
    private void withdrawnAgencies(InstructionCheck check) {
        for (int at = 0; at < changes.withdrawn().size(); at++) {
            String pointer = "/withdrawAgencies/" + at;
            Optional<Commission> part = part(changes.withdrawn().get(at));
            if (part.isEmpty() || !part.get().state().isConcerned()) {
                check.add(pointer, "not-instructed", "该机构不在本指令的监测机构之中", "Not instructed.");
            } else if (part.get().hasResults() || part.get().state() == CommissionState.COMPLETED) {
                check.add(
                        pointer,
                        "has-results",
                        "该机构已报送线索或已登记报送完毕，不得撤回",
                        "The agency has handed in results.");
            }
        }
    }

    /**
     * Agencies whose contracts must allow it: those that come new, and if other things are to be
     * watched, those that stay.
     */
    List<String> agenciesToCheck() {
        List<String> staying =
                content.terms().toScope().equals(instruction.terms().toScope())
                                && content.periodTo().equals(instruction.periodTo())
                        ? List.of()
                        : concerned().stream().map(Commission::agency).toList();
        return Stream.concat(changes.added().stream(), staying.stream()).toList();
    }

    /** Where in the request an agency stands that comes new; the whole for one that stays. */
    String pointerTo(String agency) {
        int at = changes.added().indexOf(agency);
        return at < 0 ? "/changes" : "/changes/addAgencies/" + at;
    }

    /**
     * Takes effect on the instruction and its parts; says who is concerned and how. Who is
     * withdrawn is out before anything is otherwise, so that the new version is not for it.
     */
    Effect apply(Caller by, Moment moment) {
        boolean newVersion = changesContent();
        List<Commission> staying = concerned();
        List<Commission> withdrawn =
                changes.withdrawn().stream().map(this::part).flatMap(Optional::stream).toList();
        withdrawn.forEach(part -> part.withdraw(instruction, reasons, by, moment));
        instruction.amend(content, reasons, by, moment.at());
        if (newVersion) {
            staying.forEach(part -> part.amend(reasons, by, moment));
        }
        List<Commission> anew =
                changes.added().stream().map(this::part).flatMap(Optional::stream).toList();
        anew.forEach(part -> part.askAnew(instruction, reasons, by, moment));
        List<Commission> added =
                changes.added().stream()
                        .filter(agency -> part(agency).isEmpty())
                        .map(agency -> Commission.issue(instruction, agency, moment))
                        .toList();
        return new Effect(newVersion, newVersion ? staying : List.of(), added, anew, withdrawn);
    }

    /** Those who go on working on it. */
    private List<Commission> concerned() {
        return parts.stream()
                .filter(part -> part.state().isConcerned())
                .filter(part -> !changes.withdrawn().contains(part.agency()))
                .toList();
    }

    private Optional<Commission> part(String agency) {
        return parts.stream().filter(part -> part.agency().equals(agency)).findFirst();
    }

    InstructionContent content() {
        return content;
    }

    String reasons() {
        return reasons;
    }

    /**
     * What came of it.
     *
     * @param amended those who must acknowledge the new version
     * @param added parts that did not exist
     * @param anew parts of those who had declined or were withdrawn
     */
    record Effect(
            boolean newVersion,
            List<Commission> amended,
            List<Commission> added,
            List<Commission> anew,
            List<Commission> withdrawn) {
        List<Commission> instructed() {
            return Stream.concat(added.stream(), anew.stream()).toList();
        }
    }
}

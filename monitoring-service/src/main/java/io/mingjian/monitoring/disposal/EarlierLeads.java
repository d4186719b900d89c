package io.mingjian.monitoring.disposal;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.disposal.DisposalCodes.Need;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at the leads that measures name as disposed of before. Such a lead must be one that the
 * bureau may know of, and what was done about it must not rest on this one: else two leads could be
 * closed by nothing but each other.
 *
 * <p>That the other lead's disposal stands also keeps two bureaus apart that decide at once: while
 * one of them decides, its own lead is not disposed of.
 */
@ApplicationScoped
class EarlierLeads {
    private final LeadSteps leads;
    private final Disposals disposals;

    EarlierLeads(LeadSteps leads, Disposals disposals) {
        this.leads = leads;
        this.disposals = disposals;
    }

    /**
     * @param pointers where each measure stands in the request
     */
    Uni<List<FieldError>> problemsOf(Standing lead, List<Measure> measures, List<String> pointers) {
        return Multi.createFrom()
                .items(IntStream.range(0, measures.size()).boxed())
                .filter(at -> namesALead(measures.get(at)))
                .onItem()
                .transformToUniAndConcatenate(
                        at -> problemOf(lead, measures.get(at), pointers.get(at) + "/leadNo"))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static boolean namesALead(Measure measure) {
        return DisposalCodes.SHIPPED.of(measure.code()).needs().contains(Need.LEAD_NO)
                && measure.leadNo() != null
                && !measure.leadNo().isBlank();
    }

    private Uni<Optional<FieldError>> problemOf(Standing lead, Measure measure, String pointer) {
        return leads.lookUp(String.valueOf(measure.leadNo()))
                .chain(found -> problemOf(lead, found, pointer));
    }

    private Uni<Optional<FieldError>> problemOf(
            Standing lead, Optional<Standing> named, String pointer) {
        Optional<Standing> earlier = named.filter(found -> found.bureau().equals(lead.bureau()));
        if (earlier.isEmpty()) {
            return problem(
                    pointer, "unknown-lead", "本机关知悉的线索中没有这一编号；如属其他区的线索，请报市局核对", "No such lead.");
        }
        if (earlier.get().leadId().equals(lead.leadId())) {
            return problem(pointer, "same-lead", "线索不能与自身重复", "The lead itself.");
        }
        if (!earlier.get().state().isDisposedOf()) {
            return problem(
                    pointer,
                    "not-disposed",
                    "该线索尚未处置或者已退回重办，不能作为已处置的线索",
                    "That lead is not disposed of.");
        }
        return disposals
                .leadsTo(earlier.get().leadId(), lead.leadId())
                .chain(
                        circular ->
                                circular
                                        ? problem(
                                                pointer,
                                                "circular",
                                                "该线索已按与本线索重复处置，不能互为重复",
                                                "That lead was disposed of as a duplicate of this one.")
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<Optional<FieldError>> problem(
            String pointer, String code, String zh, String en) {
        return Uni.createFrom().item(Optional.of(new FieldError(pointer, code, zh, en)));
    }
}

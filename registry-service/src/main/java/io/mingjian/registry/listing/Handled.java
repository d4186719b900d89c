package io.mingjian.registry.listing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.procedure.StepLog.Act;
import io.mingjian.registry.queue.Worklist.Filed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A filing on which people acted while a listing had effect. */
record Handled(
        UUID filingId,
        FilingKind kind,
        String registrationNo,
        String holder,
        int acts,
        LocalDate firstOn,
        LocalDate lastOn) {

    /** Of these filings, those on which somebody acted on a day of the term. */
    static List<Handled> under(Term term, List<Filed> filings, List<Act> acts) {
        Map<UUID, List<LocalDate>> days =
                acts.stream()
                        .filter(act -> term.hadEffectOn(act.on()))
                        .collect(groupingBy(Act::objectId, mapping(Act::on, toList())));
        return filings.stream()
                .flatMap(
                        filing ->
                                Stream.ofNullable(days.get(filing.filingId()))
                                        .map(on -> of(filing, on)))
                .sorted(Comparator.comparing(Handled::registrationNo))
                .toList();
    }

    private static Handled of(Filed filing, List<LocalDate> on) {
        return new Handled(
                filing.filingId(),
                filing.kind(),
                filing.registrationNo(),
                filing.holder(),
                on.size(),
                on.stream().min(Comparator.naturalOrder()).orElseThrow(),
                on.stream().max(Comparator.naturalOrder()).orElseThrow());
    }
}

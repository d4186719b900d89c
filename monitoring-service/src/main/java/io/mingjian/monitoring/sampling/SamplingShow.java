package io.mingjian.monitoring.sampling;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings together what is shown of a lot. */
@ApplicationScoped
class SamplingShow {
    private final SamplingLots lots;

    SamplingShow(SamplingLots lots) {
        this.lots = lots;
    }

    Uni<Answer> to(Caller reader, SamplingLot lot) {
        return view(reader, lot).map(view -> Answer.ok(lot.version(), view));
    }

    Uni<Answer> created(Caller reader, SamplingLot lot) {
        return view(reader, lot)
                .map(view -> Answer.created("/v1/sampling-lots/" + lot.id(), lot.version(), view));
    }

    private Uni<SamplingViews.LotView> view(Caller reader, SamplingLot lot) {
        return lots.drawnOf(lot)
                .chain(
                        sample ->
                                lots.remainingOf(lot)
                                        .map(
                                                remaining ->
                                                        SamplingViews.view(
                                                                lot,
                                                                sample,
                                                                remaining,
                                                                SamplingLifecycle.TABLE
                                                                        .openSteps(
                                                                                lot.state(), reader)
                                                                        .stream()
                                                                        .map(Enum::name)
                                                                        .toList())));
    }
}

package io.mingjian.gateway.console;

import io.mingjian.gateway.console.FilingAnswer.Evidence;
import io.mingjian.gateway.console.Reply.Done;
import io.mingjian.gateway.console.Reply.Refused;
import io.mingjian.gateway.upstream.Service;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fetches what the detection service says about the evidence of a filing. */
@ApplicationScoped
class Exhibits {
    private static final int AT_ONCE = 4;

    private final Services services;

    Exhibits(Services services) {
        this.services = services;
    }

    /** In the filing's order; a piece that cannot be fetched says so and hides no other. */
    Uni<List<Exhibit>> of(Officer officer, List<Evidence> evidence) {
        return Multi.createFrom()
                .items(IntStream.range(0, evidence.size()).boxed())
                .onItem()
                .transformToUni(place -> one(officer, place + 1, evidence.get(place)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(
                        found ->
                                found.stream()
                                        .sorted(java.util.Comparator.comparingInt(Exhibit::number))
                                        .toList());
    }

    private Uni<Exhibit> one(Officer officer, int number, Evidence evidence) {
        String path = "/v1/evidence/" + evidence.evidenceId();
        return Uni.combine()
                .all()
                .unis(
                        services.read(
                                officer, Service.DETECTION, path, Map.of(), EvidenceAnswer.class),
                        services.read(
                                officer,
                                Service.DETECTION,
                                path + "/analysis",
                                Map.of(),
                                AnalysisAnswer.class))
                .asTuple()
                .map(both -> exhibit(number, evidence, both.getItem1(), both.getItem2()));
    }

    private static Exhibit exhibit(
            int number,
            Evidence evidence,
            Reply<EvidenceAnswer> file,
            Reply<AnalysisAnswer> analysis) {
        if (file instanceof Done<EvidenceAnswer> known
                && analysis instanceof Done<AnalysisAnswer> explained) {
            return Exhibit.of(number, evidence, known.body(), explained.body());
        }
        boolean refused = file instanceof Refused || analysis instanceof Refused;
        return Exhibit.without(number, evidence, refused ? "HIDDEN" : "AWAY");
    }
}

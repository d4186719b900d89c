package io.mingjian.monitoring.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All reports of a campaign with what became of them: which one corrects which. */
final class ReportChain {
    private final List<PlatformReport> all;
    private final Map<UUID, PlatformReport> correctedBy = new HashMap<>();

    ReportChain(List<PlatformReport> all) {
        this.all = List.copyOf(all);
        all.forEach(report -> report.corrects().ifPresent(of -> correctedBy.put(of, report)));
    }

    List<PlatformReport> all() {
        return all;
    }

    /** The reports that nobody corrected, each the last word on its period. */
    List<PlatformReport> current() {
        return all.stream().filter(report -> !correctedBy.containsKey(report.id())).toList();
    }

    /** The reports that stand and whose period is over by that day. */
    List<PlatformReport> currentUntil(LocalDate day) {
        return current().stream().filter(report -> !report.period().to().isAfter(day)).toList();
    }

    @Nullable PlatformReport correctionOf(UUID report) {
        return correctedBy.get(report);
    }

    Optional<PlatformReport> find(UUID id) {
        return all.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    /** The last word on what this report told. */
    PlatformReport lastOf(UUID id) {
        PlatformReport last = find(id).orElseThrow();
        for (PlatformReport next = correctionOf(id); next != null; next = correctionOf(next.id())) {
            last = next;
        }
        return last;
    }

    /** A standing report of this platform whose period meets that one, other than the one named. */
    Optional<PlatformReport> meeting(String platform, Period period, @Nullable UUID except) {
        return current().stream()
                .filter(report -> report.platform().equals(platform))
                .filter(report -> !report.id().equals(except))
                .filter(report -> report.period().meets(period))
                .findFirst();
    }
}

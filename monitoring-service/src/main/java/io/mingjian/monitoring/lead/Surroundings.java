package io.mingjian.monitoring.lead;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Known;
import io.mingjian.monitoring.indication.EvidenceFacts;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.monitor.AgencyContracts;
import io.mingjian.monitoring.monitor.ContractStanding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers, for many findings at once, what is known beside them. */
@ApplicationScoped
class Surroundings {
    private final EvidenceFacts facts;
    private final Leads leads;
    private final Agencies agencies;

    Surroundings(EvidenceFacts facts, Leads leads, Agencies agencies) {
        this.facts = facts;
        this.leads = leads;
        this.agencies = agencies;
    }

    Uni<Known> of(String bureau, String agency, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Uni.createFrom().item(Known.NOTHING);
        }
        return files(agency, findings)
                .chain(
                        files ->
                                leads.subjectNames(bureau, codes(findings))
                                        .chain(
                                                names ->
                                                        withAgency(
                                                                agency, findings, files, names)));
    }

    private Uni<Known> withAgency(
            String agency,
            List<Finding> findings,
            Map<UUID, Known.Hashes> files,
            Map<String, String> names) {
        Set<LocalDate> days = days(findings);
        return staff(agency, days)
                .chain(
                        lists ->
                                outOfContract(agency, days)
                                        .map(over -> new Known(files, names, lists, over)));
    }

    private Uni<Map<UUID, Known.Hashes>> files(String agency, List<Finding> findings) {
        List<UUID> ids =
                findings.stream()
                        .flatMap(finding -> finding.fixations().stream())
                        .flatMap(
                                fixation ->
                                        Stream.of(
                                                fixation.evidenceId(),
                                                fixation.recordingEvidenceId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return facts.hashesOf(agency, ids)
                .map(
                        found ->
                                found.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        file ->
                                                                new Known.Hashes(
                                                                        file.getValue().sha256(),
                                                                        file.getValue().sm3()))));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(Finding::uscc)
                .filter(Objects::nonNull)
                .filter(code -> code.length() == 18)
                .distinct()
                .toList();
    }

    /** Who worked there on the days of the findings; no list where the city keeps none. */
    private Uni<Map<LocalDate, Set<String>>> staff(String agency, Set<LocalDate> days) {
        Map<LocalDate, Set<String>> lists = new HashMap<>();
        return Multi.createFrom()
                .iterable(days)
                .onItem()
                .transformToUniAndConcatenate(
                        day ->
                                agencies.staffOn(agency, day)
                                        .invoke(
                                                roster -> {
                                                    if (roster.kept()) {
                                                        lists.put(day, roster.members().keySet());
                                                    }
                                                }))
                .collect()
                .last()
                .replaceWith(() -> lists);
    }

    private static Set<LocalDate> days(List<Finding> findings) {
        return findings.stream()
                .map(Finding::collectedAt)
                .filter(Objects::nonNull)
                .map(at -> LegalDay.of(at.toInstant()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An order goes on when the contract ends, be it early; what is collected then is told. */
    private Uni<Set<LocalDate>> outOfContract(String agency, Set<LocalDate> days) {
        return agencies.contractsOf(List.of(agency))
                .map(all -> all.getOrDefault(agency, AgencyContracts.NONE))
                .map(
                        contracts ->
                                days.stream()
                                        .filter(
                                                day ->
                                                        contracts.standingOn(day)
                                                                == ContractStanding.EXPIRED)
                                        .collect(Collectors.toUnmodifiableSet()));
    }
}

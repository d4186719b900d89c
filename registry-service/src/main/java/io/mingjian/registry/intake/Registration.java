package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.registry.code.District;
import io.mingjian.registry.filer.Filers.Asked;
import io.mingjian.registry.filer.Filers.Resolved;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.intake.Submission.Agent;
import io.mingjian.registry.intake.Submission.Joint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way into the registry: ids are given, the filer is resolved, and the parts of
 * a mixed one know each other (Order 121 Art 9).
 *
 * @param complaintId present if it asks for mediation
 * @param reportId present if it gives a clue
 * @param handlerOfficer who enters it
 * @param remarks what an officer should look at again
 */
record Registration(
        UUID submissionId,
        Submission submission,
        String agency,
        String organisation,
        @Nullable UUID complaintId,
        @Nullable UUID reportId,
        String handlerOfficer,
        Optional<Resolved> filer,
        List<Warning> remarks) {

    static Registration of(Caller caller, Submission submission) {
        return new Registration(
                Ids.next(),
                submission,
                agencyOf(caller),
                caller.organisation(),
                submission.kind().asksForMediation() ? Ids.next() : null,
                submission.kind().givesAClue() ? Ids.next() : null,
                caller.name(),
                Optional.empty(),
                submission.warnings());
    }

    Asked asked(GivenIdentity given) {
        return new Asked(
                submissionId,
                given,
                submission.receivedAt(),
                submission.joint().map(Joint::others).orElse(List.of()),
                submission.agent().map(Agent::identity));
    }

    Optional<UUID> idOf(FilingKind kind) {
        return Optional.ofNullable(kind == FilingKind.COMPLAINT ? complaintId : reportId);
    }

    /** With its filer, and a remark on each joint complainant who seems to be another one again. */
    Registration by(Optional<Resolved> resolved) {
        Registration known = with(resolved, remarks);
        Set<UUID> before = new HashSet<>();
        resolved.ifPresent(found -> before.add(found.filerId()));
        List<UUID> others = resolved.map(Resolved::others).orElse(List.of());
        for (int i = 0; i < others.size(); i++) {
            if (!before.add(others.get(i))) {
                known = known.remarking(knownBefore(i));
            }
        }
        return known;
    }

    Registration remarking(Warning remark) {
        return with(filer, Stream.concat(remarks.stream(), Stream.of(remark)).toList());
    }

    private Registration with(Optional<Resolved> resolved, List<Warning> remarked) {
        return new Registration(
                submissionId,
                submission,
                agency,
                organisation,
                complaintId,
                reportId,
                handlerOfficer,
                resolved,
                remarked);
    }

    /** The form tells them apart, what is known of them does not: a person looks at it. */
    private static Warning knownBefore(int place) {
        return new Warning(
                "/jointComplainants/" + place,
                "same-person-known",
                "按以往登记，该共同投诉人与本件另一投诉人可能是同一人，请核实身份。");
    }

    FilingHead head(FilingKind kind, String registrationNo) {
        return new FilingHead(
                submissionId,
                kind == FilingKind.COMPLAINT ? reportId : complaintId,
                filer.map(Resolved::filerId).orElse(null),
                registrationNo,
                submission.channel(),
                submission.externalNo(),
                agency,
                organisation,
                submission.receivedAt(),
                handlerOfficer);
    }

    @Nullable MaskedIdentity masked() {
        return filer.map(Resolved::masked).orElse(null);
    }

    /**
     * What a district enters is its own; all else goes through the city's unified intake unit (Art
     * 41).
     */
    private static String agencyOf(Caller caller) {
        return caller.isDistrict() ? caller.organisation() : District.CITY_ORGANISATION;
    }
}

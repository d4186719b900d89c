package io.mingjian.registry.evidence;

import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person found about a piece of evidence of one filing. It stands beside the indication of
 * the machine and is the only one of both that is a finding.
 *
 * @param version from 1; a later one takes the place of the earlier
 */
@Schema(name = "EvidenceConfirmation", description = "工作人员对证据的认定 / An officer's finding")
public record Confirmation(
        UUID evidenceId,
        int version,
        EvidenceTruth truth,
        String truthName,
        RestsOn restsOn,
        String restsOnName,
        String reasons,
        String confirmedBy,
        String organisation,
        OffsetDateTime confirmedAt) {

    static Confirmation of(
            UUID evidenceId,
            int version,
            EvidenceTruth truth,
            RestsOn restsOn,
            String reasons,
            String confirmedBy,
            String organisation,
            Instant confirmedAt) {
        return new Confirmation(
                evidenceId,
                version,
                truth,
                truth.zh(),
                restsOn,
                restsOn.zh(),
                reasons,
                confirmedBy,
                organisation,
                confirmedAt.atZone(LegalDay.ZONE).toOffsetDateTime());
    }
}

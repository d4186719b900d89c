package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.finding.Fixation;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a lead's finding names now, by which leads with the same file are found, with what
 * the finding tells of it.
 */
@Entity
@IdClass(LeadEvidence.Key.class)
class LeadEvidence {
    @Id private UUID leadId;
    @Id private UUID evidenceId;
    private String bureau;
    private String sha256;
    private @Nullable String sm3;
    private @Nullable UUID recordingId;

    /** For the mapper. */
    LeadEvidence() {}

    private LeadEvidence(Lead lead, Fixation fixation) {
        this.leadId = lead.id();
        this.evidenceId = Objects.requireNonNull(fixation.evidenceId());
        this.bureau = lead.bureau();
        this.sha256 = Objects.requireNonNull(fixation.sha256()).toLowerCase(Locale.ROOT);
        this.sm3 = Objects.requireNonNull(fixation.sm3()).toLowerCase(Locale.ROOT);
        this.recordingId = fixation.recordingEvidenceId();
    }

    static List<LeadEvidence> of(Lead lead) {
        return lead.finding().fixations().stream()
                .map(fixation -> new LeadEvidence(lead, fixation))
                .toList();
    }

    /** The two ids together. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private @Nullable UUID leadId;
        private @Nullable UUID evidenceId;

        /** For the mapper. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(leadId, key.leadId)
                    && Objects.equals(evidenceId, key.evidenceId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(leadId, evidenceId);
        }
    }
}

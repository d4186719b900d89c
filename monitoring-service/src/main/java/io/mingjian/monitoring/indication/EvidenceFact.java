package io.mingjian.monitoring.indication;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is known about one file; written by {@link EvidenceFacts} alone. */
@Entity
@Immutable
class EvidenceFact {
    @Id private UUID evidenceId;
    private String organisation;
    private @Nullable String mediaType;
    private @Nullable String sha256;
    private @Nullable String sm3;
    private long receivedRevision;

    @Enumerated(EnumType.STRING)
    private @Nullable IndicationBand band;

    @Enumerated(EnumType.STRING)
    private @Nullable LabelVerdict labelVerdict;

    @JdbcTypeCode(SqlTypes.JSON)
    private Signals signals;

    private int reuseCount;
    private @Nullable Instant analyzedAt;
    private @Nullable Instant firstAnalyzedAt;
    private long analyzedRevision;

    Indication toIndication() {
        return new Indication(
                evidenceId,
                mediaType,
                sha256,
                sm3,
                band,
                labelVerdict,
                signals.list(),
                reuseCount,
                analyzedAt,
                firstAnalyzedAt);
    }
}

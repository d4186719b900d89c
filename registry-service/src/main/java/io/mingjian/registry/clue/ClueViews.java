package io.mingjian.registry.clue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.time.LegalDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class ClueViews {
    private ClueViews() {}

    /** A clue with what a person decided. */
    @Schema(
            name = "Clue",
            description =
                    "监测转来的线索或者移送草稿，不作为认定依据 / a clue from monitoring; never a criterion by itself")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClueView(
            UUID id,
            int version,
            String clueNo,
            ClueKind kind,
            String kindName,
            ClueState state,
            String stateName,
            UUID leadId,
            String leadNo,
            String conduct,
            String organisation,
            @Nullable BigDecimal amount,
            List<UUID> evidenceIds,
            OffsetDateTime openedAt,
            @Nullable UUID filerId,
            @Nullable UUID filingId,
            @Nullable String reasons,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            List<String> openSteps) {
        static ClueView of(Clue clue) {
            Instant decided = clue.decidedAt();
            return new ClueView(
                    clue.id(),
                    clue.version(),
                    clue.clueNo(),
                    clue.kind(),
                    clue.kind().zh(),
                    clue.state(),
                    clue.state().zh(),
                    clue.leadId(),
                    clue.leadNo(),
                    clue.conduct(),
                    clue.organisation(),
                    clue.amount(),
                    clue.evidence(),
                    local(clue.openedAt()),
                    clue.filerId(),
                    clue.filingId(),
                    clue.reasons(),
                    clue.decidedBy(),
                    decided == null ? null : local(decided),
                    clue.openSteps().stream().map(Enum::name).toList());
        }
    }

    /** Whom or what a clue is about: exactly one of both. */
    @Schema(name = "ClueTakingUpRequest")
    record TakingUpRequest(
            @Nullable @Schema(description = "投诉举报人 / a filer") UUID filerId,
            @Nullable @Schema(description = "投诉或者举报 / a filing") UUID filingId,
            @Nullable String reasons) {}

    /** Why a clue is not taken up. */
    @Schema(name = "ClueDismissalRequest")
    record DismissalRequest(@Nullable String reasons) {}

    private static OffsetDateTime local(Instant at) {
        return at.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}

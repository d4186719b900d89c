package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.ContentState;
import io.mingjian.detection.evidence.Keeping;
import io.mingjian.detection.evidence.KeepingGround;
import io.mingjian.detection.evidence.Kept;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the doors of this room take and answer. */
final class RetentionViews {
    private RetentionViews() {}

    /**
     * Why a hold is placed or released.
     *
     * @param reasons in own words; they go into the chain of custody
     */
    record HoldRequest(
            @NotBlank(message = "请说明理由。") @Size(max = 500, message = "理由不超过 500 个字。")
                    String reasons) {}

    /**
     * A hold.
     *
     * @param releasedBy absent while it holds; so are the other three of its end
     */
    record HoldView(
            UUID id,
            UUID evidenceId,
            String organisation,
            String placedBy,
            String reasons,
            OffsetDateTime placedAt,
            @Nullable String releasedBy,
            @Nullable String releasedFrom,
            @Nullable String releaseReasons,
            @Nullable OffsetDateTime releasedAt,
            int version) {

        static HoldView of(Hold hold) {
            Optional<Hold.Release> end = hold.released();
            return new HoldView(
                    hold.id(),
                    hold.evidenceId(),
                    hold.organisation(),
                    hold.placedBy(),
                    hold.reasons(),
                    outside(hold.placedAt()),
                    end.map(Hold.Release::by).orElse(null),
                    end.map(Hold.Release::organisation).orElse(null),
                    end.map(Hold.Release::reasons).orElse(null),
                    end.map(release -> outside(release.at())).orElse(null),
                    hold.version());
        }
    }

    /**
     * Why a piece of evidence is kept, and until when.
     *
     * @param ground absent for an old piece that was not counted yet; so is what follows from it
     * @param keepUntil last day on which it must not be destroyed; absent while a matter is open
     * @param term length of the term, as {@code 180ND}
     * @param basis where the term is written
     * @param status how firm that is
     * @param held somebody wants it kept whatever its term says
     */
    record RetentionView(
            UUID evidenceId,
            String organisation,
            @Nullable KeepingGround ground,
            @Nullable String groundName,
            @Nullable LocalDate from,
            @Nullable LocalDate keepUntil,
            @Nullable String term,
            @Nullable String basis,
            @Nullable LimitStatus status,
            boolean held,
            ContentState contentState,
            @Nullable OffsetDateTime destroyedAt,
            int version) {

        static RetentionView of(Kept kept) {
            Optional<Keeping> keeping = kept.keeping();
            Optional<LegalLimit> limit = keeping.flatMap(Keeping::limit);
            return new RetentionView(
                    kept.id(),
                    kept.organisation(),
                    keeping.map(Keeping::ground).orElse(null),
                    keeping.map(each -> each.ground().zhName()).orElse(null),
                    keeping.map(Keeping::from).orElse(null),
                    keeping.flatMap(Keeping::until).orElse(null),
                    limit.map(LegalLimit::term).orElse(null),
                    limit.map(LegalLimit::basis).orElse(null),
                    limit.map(LegalLimit::status).orElse(null),
                    kept.held(),
                    kept.contentState(),
                    kept.destroyedAt().map(RetentionViews::outside).orElse(null),
                    kept.version());
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}

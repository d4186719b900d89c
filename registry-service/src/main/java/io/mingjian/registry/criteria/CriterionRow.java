package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.registry.criteria.Criterion.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored version of a criterion. Its parameters never change; a draft becomes active once. */
@Entity
@Table(name = "criterion_version")
class CriterionRow {
    /** Code and running number. */
    @Embeddable
    record Key(String code, int version) implements Serializable {}

    @EmbeddedId private Key id;

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private int windowDays;
    private @Nullable BigDecimal watch;
    private @Nullable BigDecimal review;
    private boolean strictly;
    private int minimumSample;
    private boolean alone;
    private String basis;

    @Enumerated(EnumType.STRING)
    private Status status;

    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private boolean gapIntended;
    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String activatedBy;
    private @Nullable Instant activatedAt;

    protected CriterionRow() {}

    /** A draft; parameters were checked by the door. */
    static CriterionRow draft(Criterion of) {
        CriterionRow row = new CriterionRow();
        row.id = new Key(of.code(), of.version());
        row.metric = of.metric();
        row.windowDays = of.windowDays();
        row.watch = of.watch();
        row.review = of.review();
        row.strictly = of.strictly();
        row.minimumSample = of.minimumSample();
        row.alone = of.alone();
        row.basis = of.basis();
        row.status = of.status();
        row.validFrom = of.validFrom();
        row.validUntil = of.validUntil();
        row.gapIntended = of.gapIntended();
        row.proposedBy = of.proposedBy();
        row.proposedAt = of.proposedAt();
        return row;
    }

    /**
     * The second person puts the version into use (two-person rule, conventions: criteria change).
     *
     * @throws Forbidden if it is the person who proposed it
     * @throws Conflict if it is active already, or its first day has passed
     */
    void activate(Caller second, Instant at, LocalDate today) {
        if (activatedBy != null) {
            throw new Conflict("already-active", "该版本已经启用。", "This version is active already.");
        }
        if (second.subject().equals(proposedBy)) {
            throw new Forbidden(
                    "提出人不得自行启用该版本，须由另一人决定。", "A second person must activate what you proposed.");
        }
        if (validFrom.isBefore(today)) {
            throw new Conflict(
                    "first-day-passed",
                    "该版本的生效日期" + validFrom + "已过，不得溯及既往；请重新提出。",
                    "Its first day has passed; propose it anew.");
        }
        activatedBy = second.subject();
        activatedAt = at;
    }

    /** Another version follows. */
    void endBefore(LocalDate first) {
        validUntil = first.minusDays(1);
    }

    int rowVersion() {
        return rowVersion;
    }

    Criterion value() {
        return new Criterion(
                id.code(),
                id.version(),
                metric,
                windowDays,
                watch,
                review,
                strictly,
                minimumSample,
                alone,
                basis,
                status,
                validFrom,
                validUntil,
                gapIntended,
                proposedBy,
                proposedAt,
                activatedBy,
                activatedAt);
    }
}

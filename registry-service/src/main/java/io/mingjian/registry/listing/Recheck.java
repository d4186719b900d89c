package io.mingjian.registry.listing;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filing that people handled under a listing that was taken back; somebody looks at it again. */
@Entity
@Table(name = "recheck")
class Recheck {
    @Id private UUID id;
    @Version private int version;
    private UUID entryId;
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private FilingKind kind;

    private String registrationNo;
    private String holder;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private int acts;
    private LocalDate firstActOn;
    private LocalDate lastActOn;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Result result;

    private @Nullable String reasons;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    protected Recheck() {}

    /** Why it is looked at again. */
    enum Cause {
        REVOKED("列入名录已撤销"),
        /** The filer turned out not to be the person who is listed. */
        PERSON_DIVIDED("当事人已拆分，与被列入的不是同一人");

        private final String zh;

        Cause(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** What came out of it. */
    enum Result {
        UNAFFECTED("处理未受列入影响"),
        CORRECTED("已依法纠正");

        private final String zh;

        Result(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    static Recheck of(UUID id, UUID entryId, Cause cause, Handled handled, Instant at) {
        Recheck recheck = new Recheck();
        recheck.id = id;
        recheck.entryId = entryId;
        recheck.filingId = handled.filingId();
        recheck.kind = handled.kind();
        recheck.registrationNo = handled.registrationNo();
        recheck.holder = handled.holder();
        recheck.cause = cause;
        recheck.acts = handled.acts();
        recheck.firstActOn = handled.firstOn();
        recheck.lastActOn = handled.lastOn();
        recheck.openedAt = at;
        return recheck;
    }

    /** The city, and the bureau that has the filing. */
    boolean isVisibleTo(Caller caller) {
        return caller.isCity() || isWith(caller);
    }

    private boolean isWith(Caller caller) {
        return caller.isDistrict() && caller.organisation().equals(holder);
    }

    /** Whether the caller's bureau is the one to look. */
    boolean isFor(Caller caller) {
        return caller.organisation().equals(holder) && result == null;
    }

    /**
     * An officer says what came out of it.
     *
     * @throws Forbidden for others than the bureau that has the filing
     * @throws Conflict if it is done
     */
    void decide(Result found, Decision decision) {
        if (!decision.by().organisation().equals(holder)) {
            throw new Forbidden("由办理该件的单位重新检视。", "The bureau that has the filing looks again.");
        }
        if (result != null) {
            throw new Conflict("rechecked-already", "该件已经重新检视。", "It has been looked at again.");
        }
        result = found;
        reasons = decision.reasons();
        decidedBy = decision.by().name();
        decidedAt = decision.at();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID entryId() {
        return entryId;
    }

    UUID filingId() {
        return filingId;
    }

    FilingKind kind() {
        return kind;
    }

    String registrationNo() {
        return registrationNo;
    }

    String holder() {
        return holder;
    }

    Cause cause() {
        return cause;
    }

    int acts() {
        return acts;
    }

    LocalDate firstActOn() {
        return firstActOn;
    }

    LocalDate lastActOn() {
        return lastActOn;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Result result() {
        return result;
    }

    @Nullable String reasons() {
        return reasons;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}

package io.mingjian.monitoring.monitor;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.monitor.AgencyViews.ContractRequest;
import io.mingjian.monitoring.monitor.AgencyViews.EndingRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A contract between the city and an agency. It is never changed, only ended. */
@Entity(name = "AgencyContract")
class Contract {
    @Id private UUID id;
    private String organisation;
    private String number;
    private String nature;

    @JdbcTypeCode(SqlTypes.JSON)
    private Means means;

    private LocalDate validFrom;
    private LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    private ContractScope scope;

    private LocalDate signedOn;
    private String documentNo;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReasons;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    /** How the work is done; an object, because the reactive driver maps no bare arrays. */
    record Means(List<String> list) {
        Means {
            list = List.copyOf(list);
        }
    }

    /** For the mapper. */
    Contract() {}

    static Contract sign(Agency agency, ContractRequest request, Caller by, Moment moment) {
        Contract contract = new Contract();
        contract.id = Ids.next();
        contract.organisation = agency.organisation();
        contract.number = request.number().strip();
        contract.nature = request.nature();
        contract.means = new Means(request.means());
        contract.validFrom = request.time().from();
        contract.validTo = request.time().to();
        contract.scope = request.toScope();
        contract.signedOn = request.signedOn();
        contract.documentNo = request.documentNo();
        contract.recordedAt = moment.at();
        contract.recordedBy = by.subject();
        return contract;
    }

    /**
     * It ends before its time.
     *
     * @throws Conflict if that was said before
     * @throws Invalid if the day lies outside the contract
     */
    void end(EndingRequest request, Caller by, Moment moment) {
        if (endedOn != null) {
            throw new Conflict(
                    "contract-ended", "该合同已提前终止，不能再次终止。", "The contract was ended before.");
        }
        if (request.endsOn().isBefore(validFrom) || !request.endsOn().isBefore(validTo)) {
            throw new Invalid(
                    "/endsOn",
                    "outside-contract",
                    "提前终止日应在合同期限之内，且早于合同届满日",
                    "The day lies outside the contract's time.");
        }
        endedOn = request.endsOn();
        endReasons = request.reasons();
        endedAt = moment.at();
        endedBy = by.subject();
    }

    /** Whether both run under one number on some day. */
    boolean collidesWith(ContractRequest other) {
        return number.equals(other.number().strip())
                && !lastDay().isBefore(other.time().from())
                && !other.time().to().isBefore(validFrom);
    }

    AgencyContracts.Term toTerm() {
        return new AgencyContracts.Term(number, validFrom, lastDay(), scope);
    }

    LocalDate lastDay() {
        return endedOn == null ? validTo : endedOn;
    }

    UUID id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    String number() {
        return number;
    }

    String nature() {
        return nature;
    }

    List<String> means() {
        return means.list();
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    ContractScope scope() {
        return scope;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    String documentNo() {
        return documentNo;
    }

    Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    Optional<String> endReasons() {
        return Optional.ofNullable(endReasons);
    }
}

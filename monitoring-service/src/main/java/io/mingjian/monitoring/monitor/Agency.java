package io.mingjian.monitoring.monitor;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.monitor.AgencyViews.RegistrationRequest;
import io.mingjian.monitoring.monitor.AgencyViews.TrustRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agency that the city works with. Its contracts and staff change with it. */
@Entity
class Agency {
    @Id private String organisation;
    @Version private int version;
    private String bureau;
    private String name;
    private @Nullable String uscc;
    private boolean trusted;
    private @Nullable String trustReasons;
    private @Nullable Instant trustDecidedAt;
    private @Nullable String trustDecidedBy;
    private Instant registeredAt;
    private String registeredBy;
    private Instant updatedAt;

    /** For the mapper. */
    Agency() {}

    static Agency register(RegistrationRequest request, Caller by, Moment moment) {
        Agency agency = new Agency();
        agency.organisation = request.organisation();
        agency.bureau = by.organisation();
        agency.name = request.name().strip();
        agency.uscc = request.uscc();
        agency.registeredAt = moment.at();
        agency.registeredBy = by.subject();
        agency.updatedAt = moment.at();
        return agency;
    }

    /**
     * The city decides whether findings of this agency are reviewed one by one or by sample. The
     * page that the agency reads does not move with it.
     */
    void decideTrust(TrustRequest decision, Caller by, Moment moment) {
        trusted = decision.trusted();
        trustReasons = decision.reasons();
        trustDecidedAt = moment.at();
        trustDecidedBy = by.name();
    }

    /** A contract or a member of staff changed; the page changes with it. */
    void touch(Moment moment) {
        updatedAt = moment.at();
    }

    String organisation() {
        return organisation;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    Optional<String> uscc() {
        return Optional.ofNullable(uscc);
    }

    boolean isTrusted() {
        return trusted;
    }

    Optional<String> trustReasons() {
        return Optional.ofNullable(trustReasons);
    }

    Optional<Instant> trustDecidedAt() {
        return Optional.ofNullable(trustDecidedAt);
    }

    Optional<String> trustDecidedBy() {
        return Optional.ofNullable(trustDecidedBy);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

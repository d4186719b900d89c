package io.mingjian.monitoring.monitor;

import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.monitor.AgencyViews.LeavingRequest;
import io.mingjian.monitoring.monitor.AgencyViews.StaffRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works at an agency, under a staff number that nobody else there ever gets. */
@Entity(name = "AgencyStaff")
class StaffMember {
    @Id private UUID id;
    private String organisation;
    private String staffNo;
    private String name;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private @Nullable LocalDate trainedOn;

    @Column(name = "works_from")
    private LocalDate from;

    @Column(name = "works_to")
    private @Nullable LocalDate to;

    private Instant recordedAt;

    /** For the mapper. */
    StaffMember() {}

    static StaffMember join(Agency agency, StaffRequest request, Moment moment) {
        StaffMember member = new StaffMember();
        member.id = Ids.next();
        member.organisation = agency.organisation();
        member.staffNo = request.staffNo();
        member.name = request.name().strip();
        member.role = request.role();
        member.trainedOn = request.trainedOn();
        member.from = request.from();
        member.to = request.to();
        member.recordedAt = moment.at();
        return member;
    }

    /**
     * The last day at the agency.
     *
     * @throws Conflict if it was told before
     * @throws Invalid if it lies before the first
     */
    void leave(LeavingRequest request) {
        if (to != null) {
            throw new Conflict("staff-left", "该人员的离任日期已登记。", "The last day is known already.");
        }
        if (request.lastDay().isBefore(from)) {
            throw new Invalid(
                    "/lastDay",
                    "before-start",
                    "离任日期不能早于上岗日期",
                    "The last day lies before the first.");
        }
        to = request.lastDay();
    }

    boolean worksOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    String organisation() {
        return organisation;
    }

    String staffNo() {
        return staffNo;
    }

    String name() {
        return name;
    }

    StaffRole role() {
        return role;
    }

    Optional<LocalDate> trainedOn() {
        return Optional.ofNullable(trainedOn);
    }

    LocalDate from() {
        return from;
    }

    Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }
}

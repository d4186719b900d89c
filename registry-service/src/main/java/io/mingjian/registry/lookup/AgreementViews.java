package io.mingjian.registry.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.lookup.Agreement.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the door of agreements. */
final class AgreementViews {
    private static final int MOST_A_DAY = 10_000;

    private AgreementViews() {}

    /** A purpose by its code and in words. */
    @Schema(name = "LookupPurpose")
    record PurposeView(Purpose code, String name) {
        static PurposeView of(Purpose purpose) {
            return new PurposeView(purpose, purpose.zh());
        }
    }

    /**
     * An agreement.
     *
     * @param inForce whether it is one that can count today
     */
    @Schema(name = "LookupAgreement", description = "名录查询协议 / An agreement to look up")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementView(
            UUID id,
            OrganisationKind kind,
            String kindName,
            @Nullable String organisation,
            List<PurposeView> purposes,
            String legalBasis,
            LimitStatus status,
            int dailyLimit,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean inForce,
            String proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String activatedBy,
            @Nullable OffsetDateTime activatedAt,
            @Nullable String endedBy,
            @Nullable OffsetDateTime endedAt,
            @Nullable String endReasons) {

        static AgreementView of(Agreement agreement, LocalDate today) {
            Terms terms = agreement.terms();
            return new AgreementView(
                    agreement.id(),
                    terms.kind(),
                    Departments.zh(terms.kind()),
                    terms.organisation(),
                    terms.purposes().stream().map(PurposeView::of).toList(),
                    terms.legalBasis(),
                    terms.status(),
                    terms.dailyLimit(),
                    terms.validFrom(),
                    terms.validUntil(),
                    agreement.holdsOn(today),
                    agreement.proposedBy(),
                    local(agreement.proposedAt()),
                    agreement.activatedBy(),
                    orNull(agreement.activatedAt()),
                    agreement.endedBy(),
                    orNull(agreement.endedAt()),
                    agreement.endReasons());
        }

        private static OffsetDateTime local(Instant at) {
            return at.atZone(LegalDay.ZONE).toOffsetDateTime();
        }

        private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
            return at == null ? null : local(at);
        }
    }

    /** The agreements. */
    @Schema(name = "LookupAgreements")
    record AgreementList(List<AgreementView> items) {}

    /** An agreement as proposed. */
    @Schema(name = "LookupAgreementProposal", description = "拟订的查询协议 / An agreement to be made")
    record AgreementProposal(
            @Nullable @Schema(required = true) String kind,
            @Nullable String organisation,
            @Nullable @Schema(required = true) List<String> purposes,
            @Nullable @Schema(required = true) String legalBasis,
            @Nullable @Schema(required = true) String status,
            @Nullable @Schema(required = true) Integer dailyLimit,
            @Nullable @Schema(required = true) LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        /**
         * @throws Invalid naming every fault
         */
        Terms read(LocalDate today) {
            Faults faults = new Faults();
            Optional<OrganisationKind> kind =
                    faults.requiredCode("/kind", OrganisationKind.class, this.kind, "机构类别");
            kind.filter(Predicate.not(Departments::has))
                    .ifPresent(
                            other ->
                                    faults.add(
                                            "/kind",
                                            "no-department",
                                            "未查到向此类机构提供名录的依据，不得订立协议；可用："
                                                    + Departments.codes()
                                                    + "。",
                                            "Use one of: " + Departments.codes() + "."));
            Optional<String> organisation =
                    faults.optional("/organisation", this.organisation, 100, "机构");
            List<Purpose> agreed = purposes(faults);
            Optional<String> basis = faults.required("/legalBasis", legalBasis, 500, "法律依据");
            Optional<LimitStatus> firm =
                    faults.requiredCode("/status", LimitStatus.class, status, "依据性质");
            if (dailyLimit == null || dailyLimit < 1 || dailyLimit > MOST_A_DAY) {
                faults.add(
                        "/dailyLimit",
                        "out-of-range",
                        "每日查询次数须为1至" + MOST_A_DAY + "。",
                        "Between 1 and " + MOST_A_DAY + ".");
            }
            if (validFrom == null || validFrom.isBefore(today)) {
                faults.add(
                        "/validFrom",
                        "not-in-the-past",
                        "生效日期须填写，且不得早于今天。",
                        "The first day is required and must not lie in the past.");
            }
            if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
                faults.add(
                        "/validUntil",
                        "before-first-day",
                        "截止日期不得早于生效日期。",
                        "The last day must not lie before the first.");
            }
            faults.refuseIfAny();
            return new Terms(
                    kind.orElseThrow(),
                    organisation.orElse(null),
                    agreed,
                    basis.orElseThrow(),
                    firm.orElseThrow(),
                    Optional.ofNullable(dailyLimit).orElseThrow(),
                    Optional.ofNullable(validFrom).orElseThrow(),
                    validUntil);
        }

        private List<Purpose> purposes(Faults faults) {
            List<Purpose> agreed = new ArrayList<>();
            List<String> given = purposes == null ? List.of() : purposes;
            for (int i = 0; i < given.size(); i++) {
                faults.requiredCode("/purposes/" + i, Purpose.class, given.get(i), "查询用途")
                        .filter(Predicate.not(agreed::contains))
                        .ifPresent(agreed::add);
            }
            if (given.isEmpty()) {
                faults.add(
                        "/purposes",
                        "required",
                        "请至少选择一项查询用途。",
                        "At least one purpose is required.");
            }
            return agreed;
        }
    }

    /** Why it ends. */
    @Schema(name = "LookupAgreementEnd")
    record EndRequest(@Nullable @Schema(required = true) String reasons) {}
}

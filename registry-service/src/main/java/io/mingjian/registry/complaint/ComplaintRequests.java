package io.mingjian.registry.complaint;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.District;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.procedure.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in at the doors of routing, acceptance and the end. */
final class ComplaintRequests {
    private static final int LONG = 1_000;

    private ComplaintRequests() {}

    /** Reasons of a decision. */
    @Schema(name = "DecisionRequest")
    record DecisionRequest(@Nullable String reasons) {}

    /** Another bureau, named by a person. */
    @Schema(name = "RoutingRequest")
    record RoutingRequest(@Nullable String districtCode, @Nullable String reasons) {
        District district() {
            return District.ofCode(districtCode == null ? "" : districtCode)
                    .orElseThrow(
                            () ->
                                    new Invalid(
                                            "/districtCode",
                                            "unknown-district",
                                            "请填写本市十六区的区划代码。",
                                            "A district of Shanghai is required."));
        }
    }

    /** What the complainant is to show. */
    @Schema(name = "IdentityRequest")
    record IdentityRequest(
            @Nullable @Schema(required = true, description = "要求提供的材料") String materials,
            @Nullable String reasons) {
        String read() {
            Faults faults = new Faults();
            Optional<String> read = faults.required("/materials", materials, LONG, "要求提供的材料");
            faults.refuseIfAny();
            return read.orElseThrow();
        }
    }

    /** What the complainant has shown. */
    @Schema(name = "IdentitySupplyRequest")
    record IdentitySupplyRequest(
            @Nullable @Schema(required = true, description = "已提供的材料") String materials,
            @Nullable String reasons) {
        Fact.IdentitySupplied read(Moment now) {
            Faults faults = new Faults();
            Optional<String> read = faults.required("/materials", materials, LONG, "已提供的材料");
            faults.refuseIfAny();
            return new Fact.IdentitySupplied(now.today(), read.orElseThrow());
        }
    }

    /** A refusal with its ground. */
    @Schema(name = "NonAcceptanceRequest")
    record NonAcceptanceRequest(
            @Nullable @Schema(description = "第十六条第1至7项", minimum = "1", maximum = "7")
                    Integer ground,
            @Nullable @Schema(description = "仅第3项：第十七条 a–e") List<String> factors,
            @Nullable String reasons,
            @Nullable @Schema(description = "缺省为消费者权益保护法第三十九条所列途径") String remedies) {}

    /** A termination with its ground. */
    @Schema(name = "TerminationRequest")
    record TerminationRequest(
            @Nullable @Schema(description = "第二十三条第1至8项", minimum = "1", maximum = "8")
                    Integer ground,
            @Nullable @Schema(description = "仅第6项：第十六条第1至7项", minimum = "1", maximum = "7")
                    Integer article16Ground,
            @Nullable @Schema(description = "仅第6项且为第十六条第3项：第十七条 a–e") List<String> factors,
            @Nullable @Schema(description = "仅第6项：第四十二条所列行为") Conduct conduct,
            @Nullable @Schema(description = "仅第8项：所依据的规定") String law,
            @Nullable @Schema(description = "仅第1项：撤回前被投诉人已支付的金额（元）") BigDecimal settledAmount,
            @Nullable String reasons) {}

    /** When and how both parties were told, where no notice was served through this suite. */
    @Schema(name = "TellingRequest")
    record TellingRequest(
            @Nullable @Schema(required = true) LocalDate complainantToldOn,
            @Nullable @Schema(required = true) LocalDate respondentToldOn,
            @Nullable @Schema(required = true, description = "告知方式") String how) {

        /** One fact for each party. */
        Fact[] read(Moment now, LocalDate terminatedOn) {
            Faults faults = new Faults();
            check("/complainantToldOn", complainantToldOn, now, terminatedOn, faults);
            check("/respondentToldOn", respondentToldOn, now, terminatedOn, faults);
            faults.required("/how", how, LONG, "告知方式");
            faults.refuseIfAny();
            return new Fact[] {
                told(complainantToldOn, Fact.Party.COMPLAINANT),
                told(respondentToldOn, Fact.Party.RESPONDENT)
            };
        }

        private static Fact told(@Nullable LocalDate on, Fact.Party party) {
            return new Fact.Told(Objects.requireNonNull(on), party);
        }

        private static void check(
                String pointer,
                @Nullable LocalDate on,
                Moment now,
                LocalDate terminatedOn,
                Faults faults) {
            if (on == null) {
                faults.add(pointer, "required", "请填写告知日期。", "This field is required.");
            } else if (on.isAfter(now.today()) || on.isBefore(terminatedOn)) {
                faults.add(
                        pointer,
                        "out-of-range",
                        "告知日期须在终止调解之日至今天之间。",
                        "Between the day of termination and today.");
            }
        }
    }
}

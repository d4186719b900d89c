package io.mingjian.monitoring.referral;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.Yuan;
import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class ReferralViews {
    private ReferralViews() {}

    /** What an officer sees in a lead. */
    @Schema(
            description =
                    "转出线索，须写明理由；只传代码，不传文字 / a referral with reasons; only codes are passed on")
    record ReferRequest(
            @NotNull ReferralKind kind,
            @NotBlank @Size(max = 50) @Schema(description = "行为代码 / code of the conduct")
                    String conduct,
            @Nullable @Size(max = 4000) String reasons,
            @Nullable
                    @Schema(description = "涉案金额（元），供公安机关评估 / in yuan, for the police to assess")
                    @Yuan
                    BigDecimal amount,
            @Nullable
                    @Size(max = 100)
                    @Schema(description = "所依据的证据，须为该线索的证据 / evidence of this lead")
                    List<@NotNull UUID> evidenceIds) {
        List<UUID> evidence() {
            return evidenceIds == null ? List.of() : evidenceIds.stream().distinct().toList();
        }
    }

    /**
     * A referral and what the registry made of it. A district that got the lead later learns of
     * earlier ones what was referred and what became of it, not what others wrote.
     */
    record ReferralView(
            UUID id,
            UUID leadId,
            String leadNo,
            @Nullable @Schema(description = "转出单位，仅本单位转出的和市局可见 / by whom") String organisation,
            ReferralKind kind,
            String kindZh,
            String conduct,
            String conductZh,
            String basis,
            @Nullable String reasons,
            @Nullable BigDecimal amount,
            @Nullable List<UUID> evidenceIds,
            OffsetDateTime referredAt,
            @Nullable @Schema(description = "登记系统的线索编号 / number of the clue in the registry")
                    String clueNo,
            @Nullable String clueState) {
        static ReferralView of(Caller reader, Referral referral) {
            boolean whole =
                    reader.isCity() || referral.organisation().equals(reader.organisation());
            Conducts.Conduct conduct =
                    Conducts.SHIPPED.find(referral.kind(), referral.conduct()).orElseThrow();
            return new ReferralView(
                    referral.id(),
                    referral.leadId(),
                    referral.leadNo(),
                    whole ? referral.organisation() : null,
                    referral.kind(),
                    referral.kind().zh(),
                    referral.conduct(),
                    conduct.zh(),
                    conduct.basis(),
                    whole ? referral.reasons() : null,
                    whole ? referral.amount().orElse(null) : null,
                    whole ? referral.evidence() : null,
                    LegalTime.outside(referral.referredAt()),
                    referral.clueNo().orElse(null),
                    referral.clueState().orElse(null));
        }
    }
}

package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.Placement.Alternative;
import io.mingjian.registry.procedure.DueView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the registration door answers. */
public final class FilingViews {
    private FilingViews() {}

    /**
     * What was entered: one filing, or two for a mixed submission.
     *
     * @param submissionId common to both
     * @param warnings what an officer should look at again; the filing is entered all the same
     */
    @Schema(name = "RegisteredFilings", description = "登记结果 / What was entered")
    public record RegisteredFilings(
            UUID submissionId, List<RegisteredFiling> filings, List<Warning> warnings) {}

    /**
     * One filing as entered and routed.
     *
     * @param holder bureau that has it now
     * @param placeExplanation the rule of place in words
     * @param alternatives other bureaus that are competent as well
     * @param due until when that bureau has to act
     */
    @Schema(name = "RegisteredFiling")
    public record RegisteredFiling(
            UUID id,
            FilingKind kind,
            String registrationNo,
            String state,
            String holder,
            String districtCode,
            String districtName,
            String placeRule,
            String placeBasis,
            String placeExplanation,
            List<OtherPlace> alternatives,
            DueView due) {

        static RegisteredFiling of(
                UUID id,
                FilingKind kind,
                String registrationNo,
                String state,
                String holder,
                Placement place,
                DueView due) {
            return new RegisteredFiling(
                    id,
                    kind,
                    registrationNo,
                    state,
                    holder,
                    place.district().code(),
                    place.district().zh(),
                    place.rule(),
                    place.basis(),
                    place.zh(),
                    place.alternatives().stream().map(OtherPlace::of).toList(),
                    due);
        }
    }

    /**
     * Another district that is competent for the filing (Order 121 Art 14).
     *
     * @param explanation what lies there
     */
    @Schema(name = "OtherPlace", description = "同有管辖权的其他区 / Competent as well")
    public record OtherPlace(String districtCode, String districtName, String explanation) {
        static OtherPlace of(Alternative other) {
            return new OtherPlace(other.district().code(), other.district().zh(), other.zh());
        }
    }
}

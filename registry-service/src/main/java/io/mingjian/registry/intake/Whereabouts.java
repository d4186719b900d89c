package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.code.District;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Respondent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules of place look at.
 *
 * @param actDistrictCode where the violation happened, if that was said
 * @param receivedBy the district whose bureau received it first; nothing where the city's intake
 *     unit or a platform enters it (Order 121 Art 14)
 */
record Whereabouts(
        FilingKind filing,
        Respondent respondent,
        @Nullable Advertising advertising,
        @Nullable String actDistrictCode,
        Optional<District> receivedBy) {

    Matter matter() {
        return Matter.of(filing, respondent, advertising);
    }

    /** The district code that the form gives for a place. */
    Optional<String> codeOf(Place place) {
        return Optional.ofNullable(
                switch (place) {
                    case PLACE_OF_ACT -> actDistrictCode;
                    case RESPONDENT_ADDRESS -> respondent.districtCode();
                    case RESPONDENT_DOMICILE -> respondent.domicileDistrictCode();
                    case PLATFORM_DOMICILE -> null;
                    case PUBLISHER_PLACE ->
                            advertising == null ? null : advertising.publisherDistrictCode();
                    case ADVERTISER_PLACE ->
                            advertising == null ? null : advertising.advertiserDistrictCode();
                    case AGENCY_PLACE ->
                            advertising == null ? null : advertising.agencyDistrictCode();
                });
    }
}

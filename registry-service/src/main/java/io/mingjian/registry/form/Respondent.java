package io.mingjian.registry.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The operator that a filing is about: the respondent of a complaint, the reported party of a
 * report.
 *
 * @param address actual place of business or published address; may be absent only for merchants on
 *     a platform (Order 121 Art 13)
 * @param districtCode six-digit code of today's district for that address
 * @param platform name or code of the platform it sells on or runs
 * @param phone mobile or landline, normalised
 * @param domicileDistrictCode district of the registered domicile where it is not that of the
 *     address; both are competent (Art 13)
 * @param publishedAddress for merchants on a platform; null where nothing was said
 * @param shop name of the shop on the platform
 * @param orderNo order that the dispute is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Respondent(
        RespondentKind kind,
        String name,
        @Nullable String uscc,
        @Nullable String address,
        @Nullable String districtCode,
        @Nullable String platform,
        @Nullable String phone,
        @Nullable String domicileDistrictCode,
        @Nullable PublishedAddress publishedAddress,
        @Nullable String shop,
        @Nullable String orderNo) {

    /** An operator of whom the form says no more. */
    public Respondent(
            RespondentKind kind,
            String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String districtCode,
            @Nullable String platform) {
        this(kind, name, uscc, address, districtCode, platform, null, null, null, null, null);
    }

    /**
     * Whether a merchant on a platform cannot be met at a published address (Art 13); then the
     * platform's domicile decides.
     */
    public boolean lacksPublishedAddress() {
        if (kind != RespondentKind.ON_PLATFORM_MERCHANT) {
            return false;
        }
        boolean said =
                publishedAddress == PublishedAddress.MISSING
                        || publishedAddress == PublishedAddress.UNREACHABLE;
        return said || (address == null && districtCode == null);
    }
}

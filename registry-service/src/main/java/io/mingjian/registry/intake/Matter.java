package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Respondent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what a filing is about, as far as the rules of place differ (Order 121 Arts 13, 29–32).
 */
enum Matter {
    OFFLINE_OPERATOR(true, true),
    ON_PLATFORM_MERCHANT(true, true),
    /**
     * No address was published, or nobody can be reached there; that matters to complaints only.
     */
    MERCHANT_WITHOUT_ADDRESS(true, false),
    PLATFORM_OPERATOR(true, true),
    SELF_BUILT_SITE_OPERATOR(true, true),
    MASS_MEDIA_AD(false, true),
    INTERNET_AD(false, true),
    OWN_AD(false, true);

    private final boolean ofComplaints;
    private final boolean ofReports;

    Matter(boolean ofComplaints, boolean ofReports) {
        this.ofComplaints = ofComplaints;
        this.ofReports = ofReports;
    }

    /** What filings of this kind may be about. */
    static List<Matter> of(FilingKind filing) {
        return Arrays.stream(values())
                .filter(each -> filing == FilingKind.COMPLAINT ? each.ofComplaints : each.ofReports)
                .toList();
    }

    static Matter of(FilingKind filing, Respondent respondent, @Nullable Advertising ad) {
        if (filing == FilingKind.REPORT && ad != null) {
            return switch (ad.medium()) {
                case MASS_MEDIA -> MASS_MEDIA_AD;
                case INTERNET -> INTERNET_AD;
                case OWN -> OWN_AD;
            };
        }
        if (filing == FilingKind.COMPLAINT && respondent.lacksPublishedAddress()) {
            return MERCHANT_WITHOUT_ADDRESS;
        }
        return switch (respondent.kind()) {
            case OFFLINE_OPERATOR -> OFFLINE_OPERATOR;
            case ON_PLATFORM_MERCHANT -> ON_PLATFORM_MERCHANT;
            case PLATFORM_OPERATOR -> PLATFORM_OPERATOR;
            case SELF_BUILT_SITE_OPERATOR -> SELF_BUILT_SITE_OPERATOR;
        };
    }
}

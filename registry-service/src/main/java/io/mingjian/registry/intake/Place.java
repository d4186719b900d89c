package io.mingjian.registry.intake;

/** Places that a row of {@code rules/places.yaml} may name. */
enum Place {
    PLACE_OF_ACT("违法行为发生地"),
    RESPONDENT_ADDRESS("实际经营地或者公示地址"),
    RESPONDENT_DOMICILE("住所地"),
    PLATFORM_DOMICILE("平台经营者住所地"),
    PUBLISHER_PLACE("广告发布者所在地"),
    ADVERTISER_PLACE("广告主所在地"),
    AGENCY_PLACE("广告经营者所在地");

    private final String zh;

    Place(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}

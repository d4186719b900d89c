package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.finding.PlatformType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which district a lead belongs to, by the place rules of {@code codes/place-rules.yaml} (Order 121
 * Art 29–32). The answer is a proposal that shows every rule and what it said; a person of the city
 * confirms it or chooses another district.
 */
final class PlaceRules {
    static final PlaceRules SHIPPED =
            new PlaceRules(
                    CodeTable.read("/codes/place-rules.yaml", PlaceRule.class),
                    CodeTable.read("/codes/platform-domiciles.yaml", PlatformDomicile.class),
                    Districts.SHIPPED);

    private final List<PlaceRule> rules;
    private final List<PlatformDomicile> domiciles;
    private final Districts districts;

    PlaceRules(List<PlaceRule> rules, List<PlatformDomicile> domiciles, Districts districts) {
        this.rules = List.copyOf(rules);
        this.domiciles = List.copyOf(domiciles);
        this.districts = districts;
    }

    /** The proposal for this subject, or nothing when no rule leads to a district of this city. */
    Optional<Proposal> propose(Whereabouts whereabouts) {
        return ask(whereabouts).stream()
                .filter(asked -> asked.outcome() == Outcome.PROPOSED)
                .findFirst()
                .map(asked -> new Proposal(asked.rule(), asked.district().orElseThrow()));
    }

    /** Every rule in its order, with what it said. */
    List<Asked> ask(Whereabouts whereabouts) {
        boolean[] proposed = {false};
        return rules.stream()
                .map(
                        rule -> {
                            Asked asked = ask(rule, whereabouts, proposed[0]);
                            proposed[0] |= asked.outcome() == Outcome.PROPOSED;
                            return asked;
                        })
                .toList();
    }

    private Asked ask(PlaceRule rule, Whereabouts where, boolean proposed) {
        if (!rule.matters().contains(where.matter())) {
            return said(rule, Outcome.OTHER_MATTER, "线索属于“" + where.matter().zh() + "”，不适用本规则");
        }
        if (!rule.platformTypes().contains(where.platformType())) {
            return said(rule, Outcome.OTHER_PLATFORM_TYPE, "发现线索的平台类型不适用本规则");
        }
        if (rule.place() == Place.PUBLISHED_ADDRESS && where.districtCode() != null) {
            return said(rule, Outcome.NOT_NEEDED, "实际经营地已知，不看公示的地址");
        }
        @Nullable String known = known(rule.place(), where);
        if (known == null) {
            return said(rule, Outcome.UNKNOWN_PLACE, rule.place().zh() + "不明");
        }
        Optional<District> district = district(rule.place(), known);
        if (district.isEmpty()) {
            return said(rule, Outcome.OUTSIDE, rule.place().zh() + "（" + known + "）不能确定为本市某一个区");
        }
        return new Asked(
                rule,
                proposed ? Outcome.LATER : Outcome.PROPOSED,
                district,
                rule.place().zh()
                        + "为"
                        + district.get().zh()
                        + (proposed ? "，前面的规则已给出建议" : "，建议分派"));
    }

    private static Asked said(PlaceRule rule, Outcome outcome, String zh) {
        return new Asked(rule, outcome, Optional.empty(), zh);
    }

    private @Nullable String known(Place place, Whereabouts where) {
        return switch (place) {
            case ACTUAL_PLACE -> where.districtCode();
            case PUBLISHED_ADDRESS -> where.publishedAddress();
            case PLATFORM_DOMICILE -> domicileOf(where.platform());
            case PUBLISHER_PLACE -> where.advertising().publisherDistrictCode();
            case ADVERTISER_PLACE -> where.advertising().advertiserDistrictCode();
            case AGENCY_PLACE -> where.advertising().agencyDistrictCode();
        };
    }

    private Optional<District> district(Place place, String known) {
        return place == Place.PUBLISHED_ADDRESS ? districts.named(known) : districts.byCode(known);
    }

    private @Nullable String domicileOf(String platform) {
        String wanted = platform.toLowerCase(Locale.ROOT);
        return domiciles.stream()
                .filter(row -> row.platform().equals(wanted))
                .findFirst()
                .map(PlatformDomicile::district)
                .orElse(null);
    }

    /** What the rules look at. */
    record Whereabouts(
            PlatformType platformType,
            String platform,
            @Nullable String districtCode,
            @Nullable String publishedAddress,
            Matter matter,
            Advertising advertising) {

        /** Of something that is no advertisement and shows no address. */
        Whereabouts(PlatformType platformType, String platform, @Nullable String districtCode) {
            this(platformType, platform, districtCode, null, Matter.OTHER, Advertising.UNKNOWN);
        }
    }

    /** What a lead is about, as far as the rules care. */
    enum Matter {
        MASS_MEDIA_AD("大众传播媒介广告"),
        INTERNET_AD("互联网广告"),
        OWN_AD("广告主自行发布的广告"),
        OTHER("非广告事项");

        private final String zh;

        Matter(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** Where those live who stand behind an advertisement, as far as an officer knows. */
    record Advertising(
            @Nullable String publisherDistrictCode,
            @Nullable String advertiserDistrictCode,
            @Nullable String agencyDistrictCode) {
        static final Advertising UNKNOWN = new Advertising(null, null, null);
    }

    /** Which of a subject's places a rule looks at. */
    enum Place {
        /** Where the subject really does business, as far as the finding says. */
        ACTUAL_PLACE("实际经营地"),
        /**
         * The address that the page shows; a district is read from it only if one name stands in
         * it.
         */
        PUBLISHED_ADDRESS("公示的地址"),
        /** Where the platform's operator is domiciled. */
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

    /** One row of the table. */
    record PlaceRule(
            String id,
            Set<Matter> matters,
            Set<PlatformType> platformTypes,
            Place place,
            String zh,
            String basis,
            String status) {}

    /** Where one platform's operator is domiciled. */
    record PlatformDomicile(String platform, String district, String basis) {}

    /** The district that a rule leads to. */
    record Proposal(PlaceRule rule, District district) {}

    /** What a rule said. */
    enum Outcome {
        PROPOSED,
        /** It names a district too, but an earlier rule did before. */
        LATER,
        UNKNOWN_PLACE,
        /** It stands in for a place that is known. */
        NOT_NEEDED,
        /** The place is known and is no district of this city. */
        OUTSIDE,
        OTHER_PLATFORM_TYPE,
        OTHER_MATTER
    }

    /** A rule and what it said, in words for the officer. */
    record Asked(PlaceRule rule, Outcome outcome, Optional<District> district, String zh) {}
}

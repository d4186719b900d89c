package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import io.mingjian.monitoring.assignment.Atlas.Spot;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.finding.PlatformType;
import io.mingjian.monitoring.finding.Platforms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which district a lead belongs to, by the place rules of {@code codes/place-rules.yaml} (Order 121
 * Art 29–32). The answer is a proposal that shows every rule and what it said; a person of the city
 * confirms it or chooses another district. A lead whose competent place lies outside the city gets
 * no proposal, and no place that only stands in for that one takes it.
 */
final class PlaceRules {
    static final PlaceRules SHIPPED = of(Tables.INSTALLED);

    private final List<PlaceRule> rules;
    private final List<PlatformDomicile> domiciles;
    private final Atlas atlas;

    PlaceRules(List<PlaceRule> rules, List<PlatformDomicile> domiciles, Atlas atlas) {
        this.rules = List.copyOf(rules);
        this.domiciles = List.copyOf(domiciles);
        this.atlas = atlas;
        for (int at = 0; at < rules.size(); at++) {
            requireAskedBefore(rules.get(at), rules.subList(0, at));
        }
    }

    static PlaceRules of(Tables tables) {
        List<PlatformDomicile> domiciles =
                tables.make(Table.PLATFORM_DOMICILES, PlaceRules::domiciles);
        return tables.make(
                Table.PLACE_RULES,
                yaml ->
                        new PlaceRules(
                                CodeTable.parse(yaml, PlaceRule.class), domiciles, Atlas.SHIPPED));
    }

    /** A platform with two domiciles, or one in a place that nobody knows, stops the start. */
    private static List<PlatformDomicile> domiciles(String yaml) {
        List<PlatformDomicile> rows = CodeTable.parse(yaml, PlatformDomicile.class);
        Set<String> seen = new HashSet<>();
        for (PlatformDomicile row : rows) {
            if (!seen.add(row.platform().toLowerCase(Locale.ROOT))) {
                throw new IllegalStateException(row.platform() + " has two domiciles");
            }
            if (!row.district().matches("\\d{6}") || !Atlas.SHIPPED.ofCode(row.district()).told()) {
                throw new IllegalStateException(row.platform() + ": no district " + row.district());
            }
        }
        return rows;
    }

    /** A place that no earlier rule asks for would never be found: the row would be a mistake. */
    private static void requireAskedBefore(PlaceRule rule, List<PlaceRule> before) {
        for (Place place : rule.standsInFor()) {
            if (before.stream().noneMatch(each -> each.place() == place && each.meets(rule))) {
                throw new IllegalStateException(
                        rule.id() + " stands in for " + place + ", which no rule before it asks");
            }
        }
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
        List<Asked> asked = new ArrayList<>();
        rules.forEach(rule -> asked.add(ask(rule, whereabouts, asked)));
        return List.copyOf(asked);
    }

    /** Whether nothing is proposed because a place that is competent lies outside the city. */
    static boolean isOutside(List<Asked> asked) {
        return asked.stream().noneMatch(each -> each.outcome() == Outcome.PROPOSED)
                && asked.stream().anyMatch(each -> each.outcome() == Outcome.OUTSIDE);
    }

    private Asked ask(PlaceRule rule, Whereabouts where, List<Asked> before) {
        if (!rule.matters().contains(where.matter())) {
            return said(rule, Outcome.OTHER_MATTER, "线索属于“" + where.matter().zh() + "”，不适用本规则");
        }
        if (!rule.platformTypes().contains(where.platformType())) {
            return said(rule, Outcome.OTHER_PLATFORM_TYPE, "发现线索的平台类型不适用本规则");
        }
        Optional<Asked> known = before.stream().filter(rule::standsInForPlaceOf).findFirst();
        if (known.isPresent()) {
            return said(
                    rule,
                    Outcome.NOT_NEEDED,
                    known.get().placeInWords() + "，不以" + rule.place().zh() + "代替");
        }
        @Nullable String written = written(rule.place(), where);
        if (written == null || written.isBlank()) {
            return said(rule, Outcome.UNKNOWN_PLACE, rule.place().zh() + "不明");
        }
        boolean proposed = before.stream().anyMatch(each -> each.outcome() == Outcome.PROPOSED);
        return located(rule, written, proposed);
    }

    private Asked located(PlaceRule rule, String written, boolean proposed) {
        Spot spot =
                rule.place() == Place.PUBLISHED_ADDRESS
                        ? atlas.ofAddress(written)
                        : atlas.ofCode(written);
        if (!spot.told()) {
            return said(
                    rule,
                    Outcome.NOT_TOLD,
                    rule.place().zh() + "（" + written + "）不能确定为本市某一个区，也不能确定在本市以外");
        }
        if (spot.district().isEmpty()) {
            return said(
                    rule,
                    Outcome.OUTSIDE,
                    rule.place().zh() + "（" + written + "）不在本市，按本规则本市各区均无管辖");
        }
        return new Asked(
                rule,
                proposed ? Outcome.LATER : Outcome.PROPOSED,
                spot.district(),
                rule.place().zh()
                        + "为"
                        + spot.district().get().zh()
                        + (proposed ? "，前面的规则已给出建议" : "，建议分派"));
    }

    private static Asked said(PlaceRule rule, Outcome outcome, String zh) {
        return new Asked(rule, outcome, Optional.empty(), zh);
    }

    private @Nullable String written(Place place, Whereabouts where) {
        return switch (place) {
            case ACTUAL_PLACE -> where.districtCode();
            case PUBLISHED_ADDRESS -> where.publishedAddress();
            case PLATFORM_DOMICILE -> domicileOf(where.platform());
            case PUBLISHER_PLACE -> where.advertising().publisherDistrictCode();
            case ADVERTISER_PLACE -> where.advertising().advertiserDistrictCode();
            case AGENCY_PLACE -> where.advertising().agencyDistrictCode();
        };
    }

    private @Nullable String domicileOf(String platform) {
        return domiciles.stream()
                .filter(row -> Platforms.same(row.platform(), platform))
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

    /**
     * One row of the table.
     *
     * @param standsInFor places for which this one stands in while they are unknown
     */
    record PlaceRule(
            String id,
            Set<Matter> matters,
            Set<PlatformType> platformTypes,
            Place place,
            Set<Place> standsInFor,
            String zh,
            String basis,
            String status) {

        /** Whether this one is not needed because that one found a place it only stands in for. */
        boolean standsInForPlaceOf(Asked earlier) {
            return earlier.knowsPlace() && standsInFor.contains(earlier.rule().place());
        }

        /** Whether there are leads that both rules are asked about. */
        boolean meets(PlaceRule other) {
            return !Collections.disjoint(matters, other.matters)
                    && !Collections.disjoint(platformTypes, other.platformTypes);
        }
    }

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
        /** It stands in for a place that an earlier rule found, in the city or outside. */
        NOT_NEEDED,
        /** The place is known and lies outside the city. */
        OUTSIDE,
        /** Something is written, and neither one district nor a place outside stands in it. */
        NOT_TOLD,
        OTHER_PLATFORM_TYPE,
        OTHER_MATTER
    }

    /** A rule and what it said, in words for the officer. */
    record Asked(PlaceRule rule, Outcome outcome, Optional<District> district, String zh) {

        /** Whether the place is known, in the city or outside. */
        boolean knowsPlace() {
            return district.isPresent() || outcome == Outcome.OUTSIDE;
        }

        private String placeInWords() {
            return rule.place().zh() + "已知（" + district.map(District::zh).orElse("不在本市") + "）";
        }
    }
}

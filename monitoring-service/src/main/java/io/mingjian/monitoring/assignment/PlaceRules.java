package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.finding.PlatformType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which district a lead belongs to, by the place rules of {@code codes/place-rules.yaml} (Order 121
 * Art 29–32). The answer is a proposal with its rule; a person of the city confirms it or chooses
 * another district.
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
        return rules.stream()
                .filter(rule -> rule.platformTypes().contains(whereabouts.platformType()))
                .flatMap(
                        rule ->
                                district(rule, whereabouts)
                                        .map(place -> new Proposal(rule, place))
                                        .stream())
                .findFirst();
    }

    private Optional<District> district(PlaceRule rule, Whereabouts whereabouts) {
        return switch (rule.place()) {
            case ACTUAL_PLACE -> districts.byCode(whereabouts.districtCode());
            case PLATFORM_DOMICILE -> domicileOf(whereabouts.platform());
        };
    }

    private Optional<District> domicileOf(String platform) {
        String wanted = platform.toLowerCase(Locale.ROOT);
        return domiciles.stream()
                .filter(row -> row.platform().equals(wanted))
                .findFirst()
                .flatMap(row -> districts.byCode(row.district()));
    }

    /** What the rules look at. */
    record Whereabouts(PlatformType platformType, String platform, @Nullable String districtCode) {}

    /** Which of a subject's places a rule looks at. */
    enum Place {
        /** Where the subject really does business, as far as the finding says. */
        ACTUAL_PLACE,
        /** Where the platform's operator is domiciled. */
        PLATFORM_DOMICILE
    }

    /** One row of the table. */
    record PlaceRule(
            String id,
            Set<PlatformType> platformTypes,
            Place place,
            String zh,
            String basis,
            String status) {}

    /** Where one platform's operator is domiciled. */
    record PlatformDomicile(String platform, String district, String basis) {}

    /** The district that a rule leads to. */
    record Proposal(PlaceRule rule, District district) {}
}

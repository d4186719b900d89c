package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Advertising.AdMedium;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.intake.FilingRequest.AdvertisingForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a reporter gives: clue, facts, and the advertisement if it is one (Arts 28–32). */
final class ClueReader {
    private final Faults faults;
    private final DistrictReader districts;

    ClueReader(Faults faults, DistrictReader districts) {
        this.faults = faults;
        this.districts = districts;
    }

    Optional<String> description(@Nullable String given) {
        return faults.required("/clueDescription", given, 4_000, "具体线索");
    }

    Optional<String> basis(@Nullable String given) {
        return faults.required("/factualBasis", given, 4_000, "事实依据");
    }

    Optional<String> placeOfAct(@Nullable String given) {
        return districts.read("/actDistrictCode", given);
    }

    Optional<ReporterCapacity> capacity(@Nullable String given) {
        return faults.code("/reporterCapacity", ReporterCapacity.class, given, "举报人身份");
    }

    Optional<Advertising> advertising(@Nullable AdvertisingForm given) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<AdMedium> medium =
                faults.requiredCode("/advertising/medium", AdMedium.class, given.medium(), "广告媒介");
        Optional<String> publisher =
                districts.read("/advertising/publisherDistrictCode", given.publisherDistrictCode());
        Optional<String> advertiser =
                districts.read(
                        "/advertising/advertiserDistrictCode", given.advertiserDistrictCode());
        Optional<String> agency =
                districts.read("/advertising/agencyDistrictCode", given.agencyDistrictCode());
        return medium.map(
                known ->
                        new Advertising(
                                known,
                                publisher.orElse(null),
                                advertiser.orElse(null),
                                agency.orElse(null)));
    }

    /** A complaint alone carries nothing of a report's form. */
    void refuseOnComplaint(FilingRequest form) {
        refuse("/advertising", form.advertising());
        refuse("/actDistrictCode", form.actDistrictCode());
        refuse("/reporterCapacity", form.reporterCapacity());
        refuse("/safetyHarm", form.safetyHarm());
    }

    private void refuse(String pointer, @Nullable Object given) {
        if (given != null) {
            faults.add(
                    pointer,
                    "not-a-report",
                    "只有举报填写此项；投诉兼举报的，请选择 MIXED。",
                    "Only reports carry this; choose MIXED for both.");
        }
    }
}

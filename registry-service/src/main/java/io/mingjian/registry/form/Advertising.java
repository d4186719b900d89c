package io.mingjian.registry.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The advertisement that a report is about, with the places of those who took part in it (Order 121
 * Arts 29–32). Codes are of today's districts.
 */
@Schema(name = "Advertising", description = "被举报的广告及各方所在地 / The reported advertisement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Advertising(
        AdMedium medium,
        @Nullable String publisherDistrictCode,
        @Nullable String advertiserDistrictCode,
        @Nullable String agencyDistrictCode) {

    /** By which medium it went out; the rules of place differ between them. */
    public enum AdMedium {
        MASS_MEDIA("广播、电影、电视、报纸、期刊等大众传播媒介广告"),
        INTERNET("互联网广告"),
        OWN("广告主自行发布的广告");

        private final String zh;

        AdMedium(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}

package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static io.mingjian.registry.intake.Reading.CITY;
import static io.mingjian.registry.intake.Reading.PLATFORM;
import static io.mingjian.registry.intake.Reading.TUESDAY_MORNING;
import static io.mingjian.registry.intake.Reading.faults;
import static io.mingjian.registry.intake.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.Filing;
import io.mingjian.registry.form.RespondentKind;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormReaderTest {
    @Nested
    class Places {
        @Test
        void ofAShopIsItsOwnDistrict() {
            Submission read = read(aComplaint().in("310104"));
            assertThat(read.complaintPlace().district().code()).isEqualTo("310104");
            assertThat(read.complaintPlace().basis()).isEqualTo("Order 121 Art 13");
            assertThat(read.reportPlace()).isNull();
        }

        @Test
        void ofAMergedDistrictIsTheDistrictOfToday() {
            assertThat(read(aComplaint().in("310119")).complaintPlace().district().code())
                    .isEqualTo("310115");
        }

        @Test
        void ofAMerchantWithoutAddressIsItsPlatformsDomicile() {
            Submission read =
                    read(
                            aComplaint()
                                    .withRespondent("platform", "优购")
                                    .withRespondent("address", null)
                                    .withRespondent("districtCode", null));
            assertThat(read.respondent().kind()).isEqualTo(RespondentKind.ON_PLATFORM_MERCHANT);
            assertThat(read.complaintPlace().district().code()).isEqualTo("310115");
            assertThat(read.complaintPlace().rule()).isEqualTo("COMPLAINT_MERCHANT_NO_ADDRESS");
        }

        @Test
        void ofAPlatformIsItsDomicileWhateverAddressIsGiven() {
            Submission read =
                    read(
                            aReport()
                                    .withRespondent("kind", "PLATFORM_OPERATOR")
                                    .withRespondent("platform", "yougou"));
            assertThat(read.reportPlace().district().code()).isEqualTo("310115");
        }

        @Test
        void thatNobodyCanTellAreAskedFor() {
            assertThat(
                            faults(
                                    aComplaint()
                                            .withRespondent("platform", "无人知道的平台")
                                            .withRespondent("districtCode", null)))
                    .containsExactly("/respondent/districtCode place-unknown");
        }

        @Test
        void everyKindOfFilingAndRespondentHasARow() {
            assertThat(PlaceRules.shipped()).isNotNull();
        }
    }

    @Nested
    class Faulty {
        @Test
        void allFaultsOfAFormComeAtOnce() {
            assertThat(
                            faults(
                                    aComplaint()
                                            .withFiler("phone", "12345")
                                            .withFiler("name", " ")
                                            .withId("310101199001010013")
                                            .withRespondent("uscc", "91310115MA1K4ABC4J")
                                            .in("330106")
                                            .with("claims", null)))
                    .containsExactlyInAnyOrder(
                            "/filer/name required",
                            "/filer/phone phone-wrong-form",
                            "/filer/idNumber id-number-wrong-check-digit",
                            "/respondent/uscc uscc-wrong-check-digit",
                            "/respondent/districtCode unknown-district",
                            "/claims required");
        }

        @Test
        void anEmptyFormNamesWhatIsMissing() {
            Invalid invalid =
                    catchThrowableOfType(
                            Invalid.class,
                            () ->
                                    FormReader.read(
                                            new FilingRequest(
                                                    null, null, null, null, null, null, null, null,
                                                    null, null, null, null, null, null, null, null,
                                                    null, null, null, null, null),
                                            CITY,
                                            PlaceRules.shipped(),
                                            TUESDAY_MORNING));
            assertThat(invalid.errors())
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder("/kind", "/channel", "/filer", "/respondent");
        }

        @Test
        void everyFaultSpeaksChinese() {
            Invalid invalid =
                    invalid(aComplaint().withFiler("phone", "x").in("1").with("kind", "X"));
            assertThat(invalid.errors())
                    .allSatisfy(each -> assertThat(each.zh()).containsPattern("\\p{IsHan}"));
        }

        @ParameterizedTest
        @CsvSource({
            "kind, X, /kind unknown-code",
            "channel, PLATFORM_API, /channel channel-not-yours",
            "externalNo, , /externalNo required",
            "receivedAt, 2026-11-25T10:00:00+08:00, /receivedAt in-the-future",
            "receivedAt, 2026-04-14T23:59:00+08:00, /receivedAt before-order-121",
            "receivedAt, yesterday, /receivedAt not-a-time"
        })
        void fieldsOfTheHead(String field, String value, String fault) {
            assertThat(faults(aComplaint().with(field, value))).contains(fault);
        }

        @Test
        void anIdentityNumberNeedsItsKindAndTheOtherWayRound() {
            assertThat(faults(aComplaint().withFiler("idNumber", "310101199001010012")))
                    .containsExactly("/filer/idType required");
            assertThat(faults(aComplaint().withFiler("idType", "PASSPORT")))
                    .containsExactly("/filer/idNumber required");
        }

        @Test
        void evidenceIdsAreIds() {
            Filing filing = aComplaint().naming(UUID.randomUUID());
            filing.json().withArray("evidenceIds").add("no-id");
            assertThat(faults(filing)).containsExactly("/evidenceIds/1 not-an-id");
        }

        @Test
        void moneyHasTwoDecimalsAndIsNeverNegative() {
            Filing precise = aComplaint();
            precise.json().withObject("/disputeFacts").put("amount", 1.234);
            Filing negative = aComplaint();
            negative.json().withObject("/disputeFacts").put("amount", -1);
            assertThat(faults(precise)).containsExactly("/disputeFacts/amount too-precise");
            assertThat(faults(negative)).containsExactly("/disputeFacts/amount out-of-range");
        }

        @Test
        void aTextThatIsTooLongIsNamedWithItsLimit() {
            assertThat(faults(aReport().with("clueDescription", "长".repeat(4_001))))
                    .containsExactly("/clueDescription too-long");
        }
    }

    @Nested
    class Anonymous {
        @Test
        void isOpenToReports() {
            assertThat(read(aReport().anonymous()).filer()).isEmpty();
        }

        @Test
        void isClosedToComplaintsAndMixedFilings() {
            assertThat(faults(aComplaint().anonymous()))
                    .containsExactly("/filer/anonymous anonymity-not-open");
            assertThat(faults(aMixedFiling().anonymous()))
                    .containsExactly("/filer/anonymous anonymity-not-open");
        }

        @Test
        void carriesNoName() {
            assertThat(faults(aReport().anonymous().withFiler("name", "王某")))
                    .containsExactly("/filer anonymous-with-identity");
        }
    }

    @Test
    void whatIsReadIsNormalised() {
        Submission read =
                read(
                        aComplaint()
                                .by(" 王小明 ", "+86 138 0013 8000")
                                .withRespondent("uscc", "9131 0000 1322 6025 0x"));
        assertThat(read.filer().orElseThrow().name()).isEqualTo("王小明");
        assertThat(read.filer().orElseThrow().phone()).isEqualTo("13800138000");
        assertThat(read.respondent().uscc()).isEqualTo("91310000132260250X");
    }

    @Test
    void aPlatformUsesItsOwnChannelOnly() {
        assertThat(faults(aComplaint(), PLATFORM)).containsExactly("/channel channel-not-yours");
        assertThat(faults(aComplaint().channel("PLATFORM_API", "C-1"), PLATFORM)).isEmpty();
    }

    @Test
    void anIdentityNeverShowsInALogLine() {
        assertThat(read(aComplaint().by("王小明", "13800138000")).toString())
                .doesNotContain("王小明")
                .doesNotContain("13800138000");
    }

    private static Invalid invalid(Filing filing) {
        return catchThrowableOfType(Invalid.class, () -> read(filing));
    }
}

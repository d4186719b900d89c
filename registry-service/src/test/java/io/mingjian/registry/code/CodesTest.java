package io.mingjian.registry.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @Nested
    class CreditCodes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "91100000100003962T",
                    "914403001922038216",
                    "9144030071526726XG",
                    "91330100799655058B",
                    "91310000132260250X",
                    "91330106673959654P",
                    "91310115MA1K4ABC4H"
                })
        void ofRealEnterprisesAreRight(String code) {
            assertThat(Uscc.check(code)).isEqualTo(CodeCheck.OK);
        }

        @Test
        void withAWrongLastCharacterAreRefused() {
            assertThat(Uscc.check("91310115MA1K4ABC4J")).isEqualTo(CodeCheck.WRONG_CHECK_DIGIT);
        }

        @Test
        void withAnyOneCharacterChangedAreRefused() {
            String good = "91310000132260250X";
            for (int i = 0; i < good.length(); i++) {
                for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                    if (c != good.charAt(i)) {
                        String bad = good.substring(0, i) + c + good.substring(i + 1);
                        assertThat(Uscc.check(bad)).as(bad).isNotEqualTo(CodeCheck.OK);
                    }
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "9131",
                    "9131O000132260250X",
                    "91310000132260250x",
                    "91310000132260250XX"
                })
        void ofAnotherFormAreRefused(String code) {
            assertThat(Uscc.check(code)).isEqualTo(CodeCheck.WRONG_FORM);
        }

        @Test
        void areReadWithBlanksAndSmallLetters() {
            assertThat(Uscc.normalise(" 9131 0000 1322 6025 0x ")).isEqualTo("91310000132260250X");
        }
    }

    @Nested
    class IdentityNumbers {
        @ParameterizedTest
        @ValueSource(strings = {"11010519491231002X", "440524188001010014", "310101199001010012"})
        void withTheirCheckDigitAreRight(String number) {
            assertThat(IdNumber.check(IdType.RESIDENT_ID, number)).isEqualTo(CodeCheck.OK);
        }

        @ParameterizedTest
        @CsvSource({
            "112113198001011234, WRONG_CHECK_DIGIT",
            "310101199001010013, WRONG_CHECK_DIGIT",
            "310101199002300012, NO_SUCH_DATE",
            "310101199013010012, NO_SUCH_DATE",
            "31010119900101001, WRONG_FORM",
            "31010119900101001Y, WRONG_FORM",
            "'', WRONG_FORM"
        })
        void sayWhatIsWrong(String number, CodeCheck expected) {
            assertThat(IdNumber.check(IdType.RESIDENT_ID, number)).isEqualTo(expected);
        }

        @Test
        void ofOtherDocumentsAreCheckedByFormOnly() {
            assertThat(IdNumber.check(IdType.PASSPORT, "E12345678")).isEqualTo(CodeCheck.OK);
            assertThat(IdNumber.check(IdType.PASSPORT, "号码")).isEqualTo(CodeCheck.WRONG_FORM);
        }
    }

    @Nested
    class Phones {
        @ParameterizedTest
        @CsvSource({
            "13800138000, 13800138000",
            "+86 138 0013 8000, 13800138000",
            "138-0013-8000, 13800138000",
            "021-12345678, 021-12345678",
            "0086-13800138000, 13800138000"
        })
        void areReadAsPeopleWriteThem(String written, String read) {
            assertThat(Phone.normalise(written)).isEqualTo(read);
            assertThat(Phone.check(Phone.normalise(written))).isEqualTo(CodeCheck.OK);
        }

        @ParameterizedTest
        @ValueSource(strings = {"12345678901", "1380013800", "12315", "abc", ""})
        void ofAnotherFormAreRefused(String written) {
            assertThat(Phone.check(Phone.normalise(written))).isEqualTo(CodeCheck.WRONG_FORM);
        }

        @Test
        void areTheSameUnderEverySpelling() {
            assertThat(Phone.canonical("021-1234 5678")).isEqualTo(Phone.canonical("02112345678"));
        }
    }

    @Nested
    class Districts {
        @ParameterizedTest
        @CsvSource({
            "310101, HUANGPU",
            "310103, HUANGPU",
            "310108, JINGAN",
            "310119, PUDONG",
            "310230, CHONGMING",
            "310115, PUDONG"
        })
        void ofMergedCodesAreTheDistrictsOfToday(String code, District district) {
            assertThat(District.ofCode(code)).contains(district);
        }

        @Test
        void outsideShanghaiAreUnknown() {
            assertThat(District.ofCode("330106")).isEmpty();
        }

        @Test
        void areSixteenWithDifferentSigns() {
            assertThat(District.values())
                    .hasSize(16)
                    .extracting(District::sign)
                    .doesNotHaveDuplicates();
        }
    }
}

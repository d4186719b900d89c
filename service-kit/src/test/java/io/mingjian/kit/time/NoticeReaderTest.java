package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjian.kit.time.NoticeRejected.Fault;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticeReaderTest {
    @Test
    void readsAWholeNotice() {
        var notice = NoticeReader.read(Notices.json2027());

        assertThat(notice.year()).isEqualTo(2027);
        assertThat(notice.papers()).hasSize(1);
        assertThat(notice.days()).hasSize(13);
        assertThat(notice.days().get(5).offDay()).isFalse();
    }

    @Test
    void takesTheFieldsThatThePublishedCollectionAdds() {
        String json =
                Notices.json2027().replaceFirst("\\{", "{\"\\$schema\": \"x\", \"\\$id\": \"y\",");

        assertThat(NoticeReader.read(json).year()).isEqualTo(2027);
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(codes("{")).containsExactly("not-json");
        assertThat(codes("")).containsExactly("not-a-notice");
        assertThat(codes("[]")).containsExactly("not-a-notice");
        assertThat(codes(Notices.json2027() + "{}")).containsExactly("not-json");
        assertThat(codes("{\"year\":2027,\"year\":2026}")).containsExactly("not-json");
    }

    @Test
    void namesEveryMissingPart() {
        assertThat(faults("{}"))
                .extracting(Fault::pointer)
                .containsExactly("/year", "/papers", "/days");
    }

    @Test
    void pointsAtTheDayThatIsWrong() {
        String json =
                Notices.json2027And("{\"date\": \"2027-02-30\", \"isOffDay\": \"yes\", \"x\": 1}");

        assertThat(faults(json))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/days/13/x", "/days/13/name", "/days/13/isOffDay", "/days/13/date");
    }

    @Test
    void refusesDaysOutsideTheNoticesYear() {
        assertThat(codes(Notices.json2027And(Notices.day("2026-12-24", "元旦", true))))
                .containsExactly("outside");
        assertThat(codes(Notices.json2027And(Notices.day("2028-01-01", "元旦", true))))
                .containsExactly("outside");
    }

    @Test
    void refusesADayNamedTwice() {
        assertThat(codes(Notices.json2027And(Notices.day("2027-01-01", "元旦", false))))
                .containsExactly("twice");
    }

    @Test
    void refusesANoticeWithoutOneOfTheSevenHolidays() {
        assertThat(faults(Notices.json2027Without("端午节")))
                .extracting(Fault::zhDetail)
                .containsExactly("缺少端午节");
    }

    @Test
    void refusesANoticeThatLetsPeopleWorkOnAFixedHoliday() {
        assertThat(codes(Notices.json2027Without("2027-10-02"))).containsExactly("fixed-holiday");
    }

    @Test
    void refusesAPaperThatIsNoAddress() {
        assertThat(faults(Notices.json2027().replace("https://", "")))
                .extracting(Fault::pointer)
                .containsExactly("/papers/0");
    }

    @Test
    void neverThrowsAnythingElseOnDamagedText() {
        var random = new Random(20260415);
        char[] json = Notices.json2027().toCharArray();
        for (int round = 0; round < 2000; round++) {
            char[] damaged = json.clone();
            damaged[random.nextInt(damaged.length)] = (char) random.nextInt(0x3000);
            String text = new String(damaged, 0, 1 + random.nextInt(damaged.length));
            try {
                NoticeReader.read(text);
            } catch (NoticeRejected expected) {
                assertThat(expected.faults()).as(text).isNotEmpty();
            }
        }
    }

    private static List<String> codes(String json) {
        return faults(json).stream().map(Fault::code).toList();
    }

    private static List<Fault> faults(String json) {
        var rejected = catchThrowableOfType(NoticeRejected.class, () -> NoticeReader.read(json));
        assertThat(rejected).as("refused").isNotNull();
        return rejected.faults();
    }
}

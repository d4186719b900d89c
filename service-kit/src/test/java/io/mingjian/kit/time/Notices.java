package io.mingjian.kit.time;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented notices for tests; the real one of 2027 is not published. */
final class Notices {
    private static final List<String> DAYS_OF_2027 =
            List.of(
                    day("2026-12-31", "元旦", true),
                    day("2027-01-01", "元旦", true),
                    day("2027-01-02", "元旦", true),
                    day("2027-02-05", "春节", true),
                    day("2027-02-06", "春节", true),
                    day("2027-02-20", "春节", false),
                    day("2027-04-05", "清明节", true),
                    day("2027-05-01", "劳动节", true),
                    day("2027-06-09", "端午节", true),
                    day("2027-09-15", "中秋节", true),
                    day("2027-10-01", "国庆节", true),
                    day("2027-10-02", "国庆节", true),
                    day("2027-10-03", "国庆节", true));

    private Notices() {}

    static HolidayNotice of2027() {
        return NoticeReader.read(json2027());
    }

    static HolidayNotice of2027Without(String date) {
        return NoticeReader.read(json2027Without(date));
    }

    static String json2027() {
        return json2027Without("nothing");
    }

    static String json2027Without(String text) {
        return json(2027, DAYS_OF_2027.stream().filter(day -> !day.contains(text)));
    }

    static String json2027And(String... days) {
        return json(2027, Stream.concat(DAYS_OF_2027.stream(), Stream.of(days)));
    }

    static String day(String date, String name, boolean off) {
        return """
               {"date": "%s", "name": "%s", "isOffDay": %s}"""
                .formatted(date, name, off);
    }

    private static String json(int year, Stream<String> days) {
        return """
               {"year": %d, "papers": ["https://www.gov.cn/zhengce/example.htm"], "days": [%s]}"""
                .formatted(year, days.collect(Collectors.joining(",")));
    }
}

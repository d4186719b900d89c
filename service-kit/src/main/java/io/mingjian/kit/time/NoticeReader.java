package io.mingjian.kit.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjian.kit.time.HolidayNotice.Day;
import io.mingjian.kit.time.NoticeRejected.Fault;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a holiday notice in the JSON form that holiday-cn made common, and refuses it when it
 * cannot be a whole notice: a fixed statutory holiday is worked, one of the seven holidays is
 * missing, a day is named twice or lies outside the notice's year.
 */
public final class NoticeReader {
    /** Days from here to 31 December may be moved by the notice of the next year. */
    static final int NEW_YEAR_REACH_FROM = 25;

    private static final Set<String> FIELDS = Set.of("$schema", "$id", "year", "papers", "days");
    private static final Set<String> DAY_FIELDS = Set.of("date", "name", "isOffDay");
    private static final List<String> HOLIDAYS =
            List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
    private static final int MOST_DAYS = 120;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final List<Fault> faults = new ArrayList<>();

    private NoticeReader() {}

    /**
     * The notice in this text.
     *
     * @throws NoticeRejected with every fault found
     */
    public static HolidayNotice read(String json) {
        var reader = new NoticeReader();
        var notice = reader.notice(reader.tree(json));
        reader.stopOnFaults();
        reader.checkWhole(notice);
        reader.stopOnFaults();
        return notice;
    }

    private JsonNode tree(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
            fault("", "not-a-notice", "应为一个 JSON 对象，包含 year、papers、days 三项");
        } catch (JsonProcessingException broken) {
            fault("", "not-json", "不是有效的 JSON：" + broken.getOriginalMessage());
        }
        throw new NoticeRejected(faults);
    }

    private HolidayNotice notice(JsonNode tree) {
        refuseUnknownFields("", tree, FIELDS);
        int year = year(tree.path("year"));
        return new HolidayNotice(year, papers(tree.path("papers")), days(tree.path("days")));
    }

    private int year(JsonNode node) {
        if (!node.isInt() || node.intValue() < 2000 || node.intValue() > 2100) {
            fault("/year", "year", "应为 2000 至 2100 之间的年份");
        }
        return node.asInt();
    }

    private List<String> papers(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            fault("/papers", "papers", "至少列出一份通知原文的网址");
        }
        var papers = new ArrayList<String>();
        for (int i = 0; i < node.size(); i++) {
            String paper = node.path(i).asText();
            if (!paper.matches("https?://[^\\s]{4,500}")) {
                fault("/papers/" + i, "paper", "应为通知原文的网址（http 或 https）");
            }
            papers.add(paper);
        }
        return papers;
    }

    private List<Day> days(JsonNode node) {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_DAYS) {
            fault("/days", "days", "应列出 1 至 %d 个日期".formatted(MOST_DAYS));
            return List.of();
        }
        var days = new ArrayList<Day>();
        for (int i = 0; i < node.size(); i++) {
            readDay("/days/" + i, node.path(i), days);
        }
        return days;
    }

    private void readDay(String pointer, JsonNode node, List<Day> days) {
        refuseUnknownFields(pointer, node, DAY_FIELDS);
        if (!node.path("name").isTextual() || node.path("name").asText().isBlank()) {
            fault(pointer + "/name", "name", "应写明节日名称");
        }
        if (!node.path("isOffDay").isBoolean()) {
            fault(pointer + "/isOffDay", "off-day", "应为 true（放假）或 false（上班）");
        }
        try {
            var date = LocalDate.parse(node.path("date").asText());
            days.add(new Day(date, node.path("name").asText(), node.path("isOffDay").asBoolean()));
        } catch (DateTimeParseException broken) {
            fault(pointer + "/date", "date", "应为 YYYY-MM-DD 形式的日期");
        }
    }

    private void refuseUnknownFields(String pointer, JsonNode node, Set<String> known) {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                fault(pointer + "/" + name, "unknown-field", "不认识的字段");
                            }
                        });
    }

    private void checkWhole(HolidayNotice notice) {
        checkDates(notice);
        HOLIDAYS.stream()
                .filter(name -> notice.days().stream().noneMatch(d -> d.name().contains(name)))
                .forEach(name -> fault("/days", "holiday-missing", "缺少" + name));
        fixedHolidays(notice.year())
                .filter(date -> notice.days().stream().noneMatch(d -> isOffOn(d, date)))
                .forEach(date -> fault("/days", "fixed-holiday", date + " 为法定节假日，应列为放假"));
    }

    private void checkDates(HolidayNotice notice) {
        var first = LocalDate.of(notice.year() - 1, Month.DECEMBER, NEW_YEAR_REACH_FROM);
        var last = LocalDate.of(notice.year(), Month.DECEMBER, 31);
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < notice.days().size(); i++) {
            LocalDate date = notice.days().get(i).date();
            if (date.isBefore(first) || date.isAfter(last)) {
                fault("/days/" + i + "/date", "outside", "应在 %s 至 %s 之间".formatted(first, last));
            }
            if (!seen.add(date)) {
                fault("/days/" + i + "/date", "twice", date + " 重复出现");
            }
        }
    }

    private static boolean isOffOn(Day day, LocalDate date) {
        return day.offDay() && day.date().equals(date);
    }

    /**
     * Holidays with a fixed date that every version of the State Council's regulation since 2000
     * has.
     */
    private static Stream<LocalDate> fixedHolidays(int year) {
        return Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 10, 1),
                LocalDate.of(year, 10, 2),
                LocalDate.of(year, 10, 3));
    }

    private void fault(String pointer, String code, String zhDetail) {
        faults.add(new Fault(pointer, code, zhDetail));
    }

    private void stopOnFaults() {
        if (!faults.isEmpty()) {
            throw new NoticeRejected(faults);
        }
    }
}

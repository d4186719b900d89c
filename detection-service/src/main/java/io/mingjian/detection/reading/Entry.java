package io.mingjian.detection.reading;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding in the form in which the command prints it.
 *
 * @param reader analyzer and version
 * @param strength how far it carries; null unless found
 * @param where picture within a document, carrier, keyword, offset, length and hash as far as they
 *     are known; null where a finding concerns the file as a whole
 * @param value what was read, in its shortest form; null where there is none
 * @param facts all that was read
 */
record Entry(
        String reader,
        String code,
        Outcome outcome,
        @Nullable String strength,
        @Nullable Map<String, Object> where,
        @Nullable Object value,
        String supports,
        String doesNotProve,
        Map<String, Object> facts) {
    private static final String NOTHING = "未检出不表示图像真实，也不表示图像为生成。";
    private static final String UNREAD = "无法读取不说明文件带有或不带有标识，也不说明文件被改动。";

    /** Facts that are the value itself, the most telling first. */
    private static final List<String> VALUES =
            List.of(
                    "state",
                    "generator",
                    "digitalSourceType",
                    "software",
                    "watermark",
                    "host",
                    "text",
                    "traces",
                    "words",
                    "outcome",
                    "kind",
                    "raw",
                    "value",
                    "labels",
                    "marker",
                    "contradictions",
                    "reason",
                    "family",
                    "relation",
                    "model");

    private static final List<String> PLACES = List.of("place", "carrier", "offset");

    static Entry of(Finding finding) {
        if (finding instanceof Found found) {
            return found(found);
        }
        if (finding instanceof CouldNotRead unread) {
            return unread(unread.by().toString(), unread.code(), unread.zhReason(), unread.facts());
        }
        if (finding instanceof NotApplicable not) {
            return unread(not.by().toString(), not.code(), not.zhReason(), Map.of());
        }
        NothingFound nothing = (NothingFound) finding;
        return new Entry(
                nothing.by().toString(),
                "NOTHING_FOUND",
                Outcome.NOT_FOUND,
                null,
                null,
                null,
                nothing.zhSummary(),
                NOTHING,
                Map.of());
    }

    static Entry unread(String reader, String code, String reason, Map<String, Object> facts) {
        return new Entry(
                reader,
                code,
                Outcome.INCONCLUSIVE,
                null,
                where(facts),
                value(facts),
                reason,
                UNREAD,
                facts);
    }

    private static Entry found(Found found) {
        // The one code that reports an absence.
        boolean absent = found.code().equals("NO_CAMERA_DATA");
        return new Entry(
                found.by().toString(),
                found.code(),
                absent ? Outcome.NOT_FOUND : Outcome.FOUND,
                found.strength().name(),
                where(found.facts()),
                value(found.facts()),
                found.zhSummary(),
                found.zhDoesNotProve(),
                found.facts());
    }

    private static @Nullable Object value(Map<String, Object> facts) {
        return VALUES.stream()
                .filter(facts::containsKey)
                .findFirst()
                .<Object>map(facts::get)
                .orElse(null);
    }

    /** A finding that rests on several places names the first here and all in its facts. */
    private static @Nullable Map<String, Object> where(Map<String, Object> facts) {
        Object member = facts.get("member");
        if (PLACES.stream().anyMatch(facts::containsKey)) {
            return place(member, facts);
        }
        if (facts.get("places") instanceof List<?> places
                && !places.isEmpty()
                && places.get(0) instanceof Map<?, ?> first) {
            return place(member, first);
        }
        return member == null ? null : place(member, Map.of());
    }

    private static Map<String, Object> place(@Nullable Object member, Map<?, ?> facts) {
        Map<String, Object> where = new LinkedHashMap<>();
        if (member != null) {
            where.put("member", member);
        }
        Object place = facts.get("place");
        where.put("carrier", place == null ? facts.get("carrier") : place);
        for (String name : List.of("keyword", "offset", "length", "sha256")) {
            where.put(name, facts.get(name));
        }
        return where;
    }
}

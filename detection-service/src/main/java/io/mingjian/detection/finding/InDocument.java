package io.mingjian.detection.finding;

import io.mingjian.detection.media.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding about a picture inside a document, told as one about the document. A region would lie
 * in a picture that nobody is shown, so it has none; where in that picture it was seen stands in
 * its facts.
 */
public final class InDocument {
    private InDocument() {}

    /** The same finding, its place in the document in its words and in its facts. */
    public static Finding of(Member member, Finding finding) {
        String where = "【" + member.zhPlace() + "】";
        if (finding instanceof Found found) {
            return new Found(
                    found.by(),
                    found.code(),
                    found.strength(),
                    where + found.zhSummary(),
                    found.zhDoesNotProve(),
                    List.of(),
                    facts(member, found.regions(), found.facts()));
        }
        if (finding instanceof CouldNotRead unread) {
            return new CouldNotRead(
                    unread.by(),
                    unread.code(),
                    where + unread.zhReason(),
                    facts(member, List.of(), unread.facts()));
        }
        if (finding instanceof NotApplicable not) {
            return new NotApplicable(not.by(), not.code(), where + not.zhReason());
        }
        NothingFound nothing = (NothingFound) finding;
        return new NothingFound(nothing.by(), where + nothing.zhSummary());
    }

    /** The place comes first, because the printed report may cut the last of many facts off. */
    private static Map<String, Object> facts(
            Member member, List<Region> regions, Map<String, Object> facts) {
        Map<String, Object> placed = new LinkedHashMap<>();
        placed.put("member", member.place());
        if (!regions.isEmpty()) {
            placed.put("inMember", regions.stream().map(InDocument::numbers).toList());
        }
        placed.putAll(facts);
        return placed;
    }

    private static Map<String, Object> numbers(Region region) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("x", thousandths(region.x()));
        numbers.put("y", thousandths(region.y()));
        numbers.put("width", thousandths(region.width()));
        numbers.put("height", thousandths(region.height()));
        return numbers;
    }

    private static double thousandths(double value) {
        return Math.round(1_000 * value) / 1_000.0;
    }
}

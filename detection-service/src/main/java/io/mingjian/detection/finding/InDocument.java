package io.mingjian.detection.finding;

import io.mingjian.detection.media.Member;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finding about a picture inside a document, told as one about the document. */
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
                    found.regions(),
                    facts(member, found.facts()));
        }
        if (finding instanceof CouldNotRead unread) {
            return new CouldNotRead(
                    unread.by(),
                    unread.code(),
                    where + unread.zhReason(),
                    facts(member, unread.facts()));
        }
        if (finding instanceof NotApplicable not) {
            return new NotApplicable(not.by(), not.code(), where + not.zhReason());
        }
        NothingFound nothing = (NothingFound) finding;
        return new NothingFound(nothing.by(), where + nothing.zhSummary());
    }

    private static Map<String, Object> facts(Member member, Map<String, Object> facts) {
        Map<String, Object> placed = new LinkedHashMap<>();
        placed.put("member", member.place());
        placed.putAll(facts);
        return placed;
    }
}

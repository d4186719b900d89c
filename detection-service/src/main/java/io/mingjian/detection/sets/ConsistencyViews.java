package io.mingjian.detection.sets;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.evidence.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the door of comparisons answers. */
final class ConsistencyViews {
    private static final String NOTICE = "本比对由系统自动生成，只列出可核对的情况，不计分，不构成对事实的认定；是否为同一物品、同一处损坏由承办人判断。";
    private static final String NOT_COMPARED = "未比对：拍摄地点（不读取坐标）、损坏形态、色调和白平衡。";

    private ConsistencyViews() {}

    /**
     * What the members that the reader may see say together.
     *
     * @param members in the order of the set, numbered as the reader sees them
     * @param notes what was not compared, and why
     * @param notice what the report is not
     */
    record ConsistencyView(
            UUID setId,
            int version,
            List<ComparedMember> members,
            List<LineView> lines,
            List<String> notes,
            String notice) {
        static ConsistencyView of(
                EvidenceSet set, List<Piece> seen, Set<UUID> analyzed, List<Line> lines) {
            List<ComparedMember> members =
                    IntStream.range(0, seen.size())
                            .mapToObj(
                                    i ->
                                            new ComparedMember(
                                                    i + 1,
                                                    seen.get(i).id(),
                                                    analyzed.contains(seen.get(i).id())))
                            .toList();
            return new ConsistencyView(
                    set.id(),
                    set.version(),
                    members,
                    lines.stream().map(LineView::of).toList(),
                    notes(members),
                    NOTICE);
        }

        private static List<String> notes(List<ComparedMember> members) {
            long compared = members.stream().filter(ComparedMember::compared).count();
            List<String> notes = new ArrayList<>();
            if (compared < members.size()) {
                notes.add("有 " + (members.size() - compared) + " 份尚未完成分析，未参加比对。");
            }
            if (compared < 2) {
                notes.add("可比对的证据不足两份。");
            }
            notes.add(NOT_COMPARED);
            return List.copyOf(notes);
        }
    }

    /**
     * A member.
     *
     * @param compared false while it has not been analyzed
     */
    record ComparedMember(int position, UUID evidenceId, boolean compared) {}

    /**
     * One statement.
     *
     * @param pictures positions of the members that it is about
     */
    record LineView(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            List<Integer> pictures,
            Map<String, Object> facts) {
        static LineView of(Line line) {
            return new LineView(
                    line.code(),
                    line.strength(),
                    line.supports(),
                    line.doesNotProve(),
                    line.pictures(),
                    line.facts());
        }
    }
}

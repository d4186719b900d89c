package io.mingjian.registry.report;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an officer has asked for and the head has not decided yet; as it is stored. The head who
 * decides is somebody else than who asked.
 */
record Pending(List<Asked> list) {
    static final Pending NONE = new Pending(List.of());

    Pending {
        list = List.copyOf(list);
    }

    /** Matters that need two people, with the states in which they can wait. */
    enum Matter {
        EXTENSION("延长核查期限", EnumSet.of(ReportState.VERIFYING)),
        CASE_EXTENSION("延长办案期限", EnumSet.of(ReportState.CASE_FILED, ReportState.CASE_EXCLUDED)),
        POLICE_TRANSFER(
                "移送公安机关",
                EnumSet.of(
                        ReportState.VERIFYING,
                        ReportState.VERIFYING_EXTENDED,
                        ReportState.CASE_FILED,
                        ReportState.CASE_EXCLUDED)),
        REWARD("举报奖励", EnumSet.of(ReportState.REWARD_PENDING));

        private final String zh;
        private final Set<ReportState> waitsIn;

        Matter(String zh, Set<ReportState> waitsIn) {
            this.zh = zh;
            this.waitsIn = waitsIn;
        }
    }

    /** Who asked for what; the subject is for comparison only and never shown. */
    record Asked(Matter matter, String subject) {}

    boolean has(Matter matter) {
        return list.stream().anyMatch(each -> each.matter() == matter);
    }

    /** Whether this person may decide it: it waits, and somebody else asked. */
    boolean isFor(Matter matter, Caller caller) {
        return list.stream()
                .anyMatch(
                        each ->
                                each.matter() == matter
                                        && !each.subject().equals(caller.subject()));
    }

    /**
     * @throws Conflict if the same waits already
     */
    Pending asking(Matter matter, Caller caller) {
        if (has(matter)) {
            throw new Conflict(
                    "asked-already",
                    "“" + matter.zh + "”已提出，待负责人决定。",
                    "It waits for the head already.");
        }
        return new Pending(
                Stream.concat(list.stream(), Stream.of(new Asked(matter, caller.subject())))
                        .toList());
    }

    /**
     * The matter is decided by this person.
     *
     * @throws Conflict if nobody asked
     * @throws Forbidden for the person who asked
     */
    Pending decidedBy(Matter matter, Caller caller) {
        if (!has(matter)) {
            throw new Conflict(
                    "nothing-asked", "尚无人提出“" + matter.zh + "”，无从决定。", "Nobody has asked for it.");
        }
        if (!isFor(matter, caller)) {
            throw new Forbidden(
                    "“" + matter.zh + "”须由提出人以外的负责人决定。",
                    "Somebody else than who asked must decide.");
        }
        return new Pending(list.stream().filter(each -> each.matter() != matter).toList());
    }

    /** What still waits once the report stands there. */
    Pending in(ReportState state) {
        return new Pending(
                list.stream().filter(each -> each.matter().waitsIn.contains(state)).toList());
    }
}

package io.mingjian.detection.sets;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What may be a member of a set. */
final class MemberRules {
    private MemberRules() {}

    /**
     * Refuses too many, and what is there already.
     *
     * @param members of the set so far
     */
    static void check(List<UUID> members, List<UUID> more) {
        if (members.size() + more.size() > EvidenceSet.MOST_MEMBERS) {
            throw new Invalid(
                    "/evidenceIds",
                    "too-many",
                    "一组最多 " + EvidenceSet.MOST_MEMBERS + " 份证据。",
                    "A set has at most " + EvidenceSet.MOST_MEMBERS + " members.");
        }
        Set<UUID> seen = new HashSet<>(members);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            if (!seen.add(more.get(i))) {
                faults.add(fault(i, "twice", "该证据已在组内。", "This piece is in the set already."));
            }
        }
        refuse(faults);
    }

    /** Refuses what is not among the caller's own. */
    static void requireAll(List<UUID> asked, List<UUID> own) {
        refuse(
                IntStream.range(0, asked.size())
                        .filter(i -> !own.contains(asked.get(i)))
                        .mapToObj(
                                i ->
                                        fault(
                                                i,
                                                "unknown-evidence",
                                                "本机构没有该证据。",
                                                "You have no such evidence."))
                        .toList());
    }

    private static FieldError fault(int index, String code, String zh, String en) {
        return new FieldError("/evidenceIds/" + index, code, zh, en);
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}

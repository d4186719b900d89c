package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.finding.FindingRule;
import io.mingjian.monitoring.finding.FindingRules;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.finding.Flag;
import io.mingjian.monitoring.indication.Indication;
import io.mingjian.monitoring.lead.LeadViews.HashMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a lead's files as they are known now: one that the detection service has
 * not received, and one that is another than the finding tells. Computed at each look, because a
 * file may come after the finding. A file of another organisation is not known here and so is as
 * good as none.
 */
final class EvidenceDoubts {
    private EvidenceDoubts() {}

    /**
     * @param known what is known of the files of the lead's agency
     */
    static List<Flag> of(Lead lead, List<Indication> known) {
        Map<UUID, Indication> byId =
                known.stream()
                        .collect(Collectors.toMap(Indication::evidenceId, Function.identity()));
        List<Flag> doubts = new ArrayList<>();
        List<Fixation> fixations = lead.finding().fixations();
        for (int at = 0; at < fixations.size(); at++) {
            Fixation fixation = fixations.get(at);
            String pointer = "/evidence/" + at;
            Indication file = byId.get(fixation.evidenceId());
            if (file == null || isMissing(file)) {
                doubts.add(flag(FindingRule.NOT_RECEIVED, pointer + "/evidenceId"));
            } else if (match(fixation, file) == HashMatch.DIFFERS) {
                doubts.add(
                        new Flag(FindingRule.HASH_DIFFERS.name(), pointer, "固证记录的摘要与平台收到的证据文件不一致"));
            }
            if (fixation.recordingEvidenceId() != null
                    && isMissing(byId.get(fixation.recordingEvidenceId()))) {
                doubts.add(flag(FindingRule.NOT_RECEIVED, pointer + "/recordingEvidenceId"));
            }
        }
        return doubts;
    }

    /** SM3 is compared where it is known; files of earlier releases have SHA-256 alone. */
    static HashMatch match(Fixation fixation, Indication known) {
        if (known.sha256() == null) {
            return HashMatch.NOT_YET_KNOWN;
        }
        boolean same =
                known.sha256().equalsIgnoreCase(fixation.sha256())
                        && (known.sm3() == null || known.sm3().equalsIgnoreCase(fixation.sm3()));
        return same ? HashMatch.MATCHES : HashMatch.DIFFERS;
    }

    /** The analysis may be told before the receipt is. */
    private static boolean isMissing(@Nullable Indication file) {
        return file == null || file.sha256() == null;
    }

    private static Flag flag(FindingRule rule, String pointer) {
        return FindingRules.SHIPPED.flag(rule, pointer);
    }
}

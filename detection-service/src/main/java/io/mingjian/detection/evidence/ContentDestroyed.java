package io.mingjian.detection.evidence;

import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The content is no longer there because its term was over; hashes and custody are. */
final class ContentDestroyed extends Refusal {
    private static final long serialVersionUID = 1L;

    ContentDestroyed(Optional<Keeping> keeping, Optional<Instant> at) {
        super(
                ProblemType.GONE,
                "该证据的保存期限"
                        + keeping.flatMap(Keeping::until).map(day -> "（至" + day + "）").orElse("")
                        + "已届满，原始文件"
                        + at.map(time -> "已于" + LegalDay.of(time) + "销毁").orElse("正在销毁")
                        + "；哈希值和保管链仍可查阅。",
                "The term of this evidence is over and its content was destroyed; its hashes and"
                        + " chain of custody are still there.");
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("code", "content-destroyed");
    }
}

package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.bundle.Bundle.Fault;
import io.mingjian.monitoring.bundle.BundleFiles.FileState;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.bundle.BundleFiles.Progress;
import io.mingjian.monitoring.bundle.EvidenceDoor.NotNow;
import io.mingjian.monitoring.imports.BundleFindings;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the doors of bundles answer. */
final class BundleViews {
    private BundleViews() {}

    /**
     * A bundle.
     *
     * @param findings how many the manifest has
     * @param faultyFindings how many of them would not be entered as they stand
     * @param taken how many findings are rows of the import by now
     * @param importId the import of its findings, once all files are handed over
     * @param entering how far it is, as long as the import is kept
     * @param paused why this request did not hand over all files, or why its findings are not
     *     entered and wait here; it may be asked again
     */
    @Schema(name = "LeadBundleView", description = "线索文件包 / Findings with their files")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadBundleView(
            UUID id,
            UUID instructionId,
            String fileName,
            String sha256,
            long bytes,
            BundleState state,
            String stateName,
            LeadBundleProgress files,
            int findings,
            int faultyFindings,
            List<LeadBundleFault> firstFaults,
            int taken,
            @Nullable UUID importId,
            @Nullable LeadBundleEntering entering,
            @Nullable String paused,
            @Nullable Long retryAfterSeconds,
            OffsetDateTime createdAt,
            List<BundleStep> openSteps) {

        static LeadBundleView of(
                Bundle bundle,
                Progress progress,
                BundleFindings.@Nullable Progress entering,
                @Nullable NotNow pause,
                Caller caller) {
            return new LeadBundleView(
                    bundle.id(),
                    bundle.instructionId(),
                    bundle.fileName(),
                    bundle.sha256(),
                    bundle.bytes(),
                    bundle.state(),
                    bundle.state().zh(),
                    new LeadBundleProgress(
                            progress.files(),
                            progress.waiting(),
                            progress.delivered(),
                            progress.refused()),
                    bundle.findings(),
                    bundle.faults().findings(),
                    bundle.faults().first().stream().map(LeadBundleFault::of).toList(),
                    bundle.taken(),
                    bundle.importId(),
                    entering == null ? null : LeadBundleEntering.of(bundle, entering),
                    pause == null ? takenBack(bundle) : pause.why(),
                    pause == null ? null : pause.rest().toSeconds(),
                    bundle.createdAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    bundle.openSteps(caller));
        }

        private static @Nullable String takenBack(Bundle bundle) {
            return bundle.isTakenBack()
                    ? "系统未能读取该文件包中的线索，尚未登记任何一条；线索和已移交的证据均已保留，无需重新上传。请再次移交；仍不成功的，请联系管理员，或者取消后重新报送。"
                    : null;
        }
    }

    /** How far the handing over is. */
    @Schema(
            name = "LeadBundleProgress",
            description = "文件总数、待移交、已移交、不予接收 / Files by what became of them")
    record LeadBundleProgress(long total, long waiting, long delivered, long refused) {}

    /** How far the entering of the findings is. */
    @Schema(
            name = "LeadBundleEntering",
            description =
                    "线索登记进度：状态、待登记、已登记、重复、有误、未成原因 / State, findings by what became of them, why it failed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadBundleEntering(
            String state,
            String stateName,
            long waiting,
            long entered,
            long repeated,
            long refused,
            @Nullable String failure) {
        static LeadBundleEntering of(Bundle bundle, BundleFindings.Progress entering) {
            return new LeadBundleEntering(
                    entering.state(),
                    entering.stateName(),
                    bundle.findings() - bundle.taken() + entering.waiting(),
                    entering.entered(),
                    entering.repeated(),
                    entering.refused(),
                    entering.failure());
        }
    }

    /** A fault of a finding, with a pointer into the manifest. */
    @Schema(name = "LeadBundleFault", description = "清单中的错误 / What is wrong with a finding")
    record LeadBundleFault(String pointer, String code, String detail) {
        static LeadBundleFault of(Fault fault) {
            return new LeadBundleFault(fault.pointer(), fault.code(), fault.detail());
        }
    }

    /** A file of a bundle. */
    @Schema(name = "LeadBundleFileView", description = "文件包中的文件 / A file of a bundle")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadBundleFileView(
            int no,
            String name,
            FileState state,
            @Nullable UUID evidenceId,
            @Nullable String refusal,
            long bytes,
            String sha256) {
        static LeadBundleFileView of(KeptFile file) {
            return new LeadBundleFileView(
                    file.no(),
                    file.name(),
                    file.state(),
                    file.evidenceId(),
                    file.refusal(),
                    file.bytes(),
                    file.sha256());
        }
    }
}

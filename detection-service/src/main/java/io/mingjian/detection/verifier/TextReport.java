package io.mingjian.detection.verifier;

import io.mingjian.detection.bundle.AuditHead;
import io.mingjian.detection.bundle.Flaw;
import io.mingjian.detection.bundle.Manifest;
import io.mingjian.detection.bundle.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verdict in words, for people. */
final class TextReport {
    private static final int LONGEST = 300;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '（北京时间）'");

    private final Path bundle;
    private final Verdict verdict;
    private final StringBuilder text = new StringBuilder();

    TextReport(Path bundle, Verdict verdict) {
        this.bundle = bundle;
        this.verdict = verdict;
    }

    byte[] bytes() {
        line("保全包离线核验报告");
        line("文件：%s", String.valueOf(bundle.getFileName()));
        line("结论：%s", verdict.state().zhName());
        verdict.flaws().forEach(this::flaw);
        manifest();
        signer();
        time();
        verdict.heads().forEach(this::head);
        verdict.pieces().forEach(this::piece);
        line("%s", Words.SUPPORTS);
        line("%s", Words.DOES_NOT_PROVE);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void flaw(Flaw flaw) {
        String entry = flaw.entry();
        Long offset = flaw.offset();
        line(
                "  [%s] %s%s：%s",
                flaw.kind().zhName(),
                entry == null ? "整个文件" : entry,
                offset == null ? "" : "（文件偏移 " + offset + "）",
                flaw.what());
    }

    private void manifest() {
        Manifest manifest = verdict.manifest();
        if (manifest != null) {
            line("编号：%s", manifest.bundleId());
            line(
                    "申请：%s，用途：%s，制作时间：%s",
                    manifest.request().organisation(),
                    manifest.request().purpose(),
                    local(manifest.createdAt()));
        }
    }

    private void signer() {
        Verdict.Signer signer = verdict.signer();
        if (signer != null) {
            line(
                    "签名人：%s，算法 %s，%s",
                    signer.subject(), signer.algorithm(), signer.trusted() ? "在信任名单内" : "未经信任证书确认");
            line("  证书 SHA-256：%s", signer.sha256());
        }
    }

    private void time() {
        Verdict.Time time = verdict.time();
        if (time == null) {
            return;
        }
        if (time.time() != null) {
            line(
                    "时间戳：%s，%s（%s）",
                    local(time.time()),
                    Objects.requireNonNullElse(time.authority(), ""),
                    time.trusted() ? "签发机构在信任名单内" : "签发机构未经信任证书确认");
        } else {
            Manifest.TimeEvidence.Absence absence = time.evidence().absence();
            line("时间戳：无%s，时间证明为公布的链头", absence == null ? "" : "（" + absence.zhName() + "）");
        }
    }

    private void head(Verdict.Head compared) {
        AuditHead head = compared.head();
        line(
                "链头：第 %d 号，%s，%s，哈希值 %s",
                head.number(),
                local(head.closedAt()),
                compared.publication().zhName(),
                head.hash());
    }

    private void piece(Verdict.Kept kept) {
        Verdict.Publication publication = kept.keptSincePublication();
        line(
                "证据 %s：%s，%d 字节，收取于 %s",
                kept.piece().evidenceId(),
                kept.piece().mediaType(),
                kept.original().size(),
                local(kept.piece().receivedAt()));
        line("  SHA-256 %s", kept.original().sha256());
        line("  SM3     %s", kept.original().sm3());
        line(
                "  保管记录 %d 条，其中 %d 条只载封印；最早的链头 %s%s",
                kept.custodyEntries(),
                kept.withheld(),
                local(kept.keptSince()),
                publication == null ? "" : "，" + publication.zhName());
    }

    private static String local(@Nullable String instant) {
        if (instant == null) {
            return "无";
        }
        try {
            return Instant.parse(instant).atZone(SHANGHAI).format(TIME);
        } catch (DateTimeException e) {
            return instant;
        }
    }

    /** Foreign text must not move the cursor of a terminal. */
    private void line(String form, Object... values) {
        Object[] clean = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            clean[i] = values[i] instanceof String word ? clean(word) : values[i];
        }
        text.append(form.formatted(clean)).append('\n');
    }

    private static String clean(String word) {
        String clean = word.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}

package io.mingjian.detection.quantisation;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quantisation tables of JPEG files, who is known to write such tables, and whether the camera
 * data go with them.
 *
 * <p>Codes: {@code QUANTISATION_TABLES}, {@code TABLES_CONTRADICT_CAMERA}.
 */
public final class QuantisationTables implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("quantisation-tables", 1);

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        if (file.kind() != MediaKind.JPEG) {
            return List.of(new NothingFound(ID, "只有 JPEG 文件使用量化表。"));
        }
        try {
            return StoredTables.of(file.bytes(), file.container())
                    .map(tables -> findings(file, tables))
                    .orElseGet(() -> withoutTables(file));
        } catch (BrokenBytes e) {
            return List.of(unread(e.offset()));
        }
    }

    private static List<Finding> withoutTables(MediaFile file) {
        return file.container()
                .damage()
                .<List<Finding>>map(damage -> List.of(unread(damage.offset())))
                .orElseGet(() -> List.of(new NothingFound(ID, "文件没有量化表。")));
    }

    private static CouldNotRead unread(int offset) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "JPEG_DQT");
        facts.put("offset", offset);
        return new CouldNotRead(ID, "DAMAGED", "量化表结构异常，无法读取。", facts);
    }

    private static List<Finding> findings(MediaFile file, StoredTables tables) {
        Origin origin = Origin.of(tables);
        List<Finding> findings = new ArrayList<>();
        findings.add(found(file, tables, origin));
        Contradiction.of(file, origin)
                .map(contradiction -> contradicts(contradiction, tables, origin))
                .ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Found found(MediaFile file, StoredTables tables, Origin origin) {
        Map<String, Object> facts = described(tables, origin);
        facts.put("coding", tables.frame().coding());
        facts.put("tables", tables.tables().values().stream().map(t -> table(t)).toList());
        facts.put(
                "places",
                tables.segments().stream()
                        .limit(StoredTables.MOST_SEGMENTS)
                        .map(segment -> place(file, segment))
                        .toList());
        return new Found(
                ID,
                "QUANTISATION_TABLES",
                SignalStrength.NEUTRAL,
                origin.zhSummary(),
                origin.zhDoesNotProve(),
                List.of(),
                facts);
    }

    private static Found contradicts(
            Contradiction contradiction, StoredTables tables, Origin origin) {
        Map<String, Object> facts = described(tables, origin);
        facts.put("reason", contradiction.reason());
        facts.putAll(contradiction.facts());
        return new Found(
                ID,
                "TABLES_CONTRADICT_CAMERA",
                SignalStrength.WEAK,
                contradiction.zhSummary(),
                "压缩、缩放、旋转、转存都会更换量化表，不说明画面内容被改动；名单不完整，少数设备也可能使用相同的量化表。",
                List.of(),
                facts);
    }

    private static Map<String, Object> described(StoredTables tables, Origin origin) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("family", origin.family().name());
        optional(origin.setting()).ifPresent(setting -> facts.put("quality", setting));
        if (!origin.makers().isEmpty()) {
            facts.put("makers", origin.makers());
        }
        facts.put("subsampling", tables.frame().subsampling());
        facts.put("digest", tables.joined());
        return facts;
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Map<String, Object> table(StoredTable table) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("destination", table.destination());
        facts.put("bits", table.bits());
        facts.put("zigzag", table.steps());
        return facts;
    }

    private static Map<String, Object> place(MediaFile file, Block segment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "JPEG_DQT");
        facts.put("offset", segment.dataOffset());
        facts.put("length", segment.dataLength());
        facts.put("sha256", file.bytes().sha256(segment.dataOffset(), segment.dataLength()));
        return facts;
    }
}

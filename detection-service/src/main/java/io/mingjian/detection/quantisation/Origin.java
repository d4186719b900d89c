package io.mingjian.detection.quantisation;

import java.util.List;

/**
 * Where such tables are known from.
 *
 * @param setting quality as the program counts it; empty when there is none
 * @param makers makers in whose camera files they were read; empty for programs
 */
record Origin(Family family, String setting, List<String> makers) {
    static final Origin UNKNOWN = new Origin(Family.UNKNOWN, "", List.of());

    Origin {
        makers = List.copyOf(makers);
    }

    static Origin of(StoredTables tables) {
        return ScaledTables.origin(tables).or(() -> KnownTables.origin(tables)).orElse(UNKNOWN);
    }

    String zhSummary() {
        return switch (family) {
            case UNKNOWN -> "文件的量化表不在已知名单中；许多相机使用自有的量化表。";
            case CAMERA -> "文件的量化表见于下列厂商的相机文件：" + String.join("、", makers) + "。";
            case IJG -> "文件以通用图像库（IJG）的量化表压缩，质量 " + setting + "。";
            default -> "文件的量化表与" + family.zhName() + "（质量 " + setting + "）所用的一致。";
        };
    }

    String zhDoesNotProve() {
        return family == Family.IJG
                ? "许多相机、手机、软件和平台都使用这种量化表，不说明文件经过编辑或转存。"
                : "不同厂商和软件会使用相同的量化表，任何软件都能写入任意量化表，不说明由谁保存，也不说明画面被改动。";
    }
}

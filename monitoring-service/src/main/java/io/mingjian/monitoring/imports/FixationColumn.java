package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.Column;

/**
 * The columns about how a piece of evidence was fixed; a file has them once for each of up to three
 * pieces. In a bundle's table the id may be the name of a file of the bundle.
 */
enum FixationColumn {
    ID("编号", "/evidenceId", FindingCell.TEXT, true, "01935a6e-0000-7000-8000-000000000001"),
    PRESERVER("保管人", "/preserver", FindingCell.TEXT, true, "经纬监测"),
    TOOL("固证工具", "/tool", FindingCell.TEXT, true, "fix-tool"),
    TOOL_VERSION("工具版本", "/toolVersion", FindingCell.TEXT, true, "3.2"),
    URL("固证网址", "/url", FindingCell.TEXT, true, "https://shop.example.com/item?id=42"),
    TIME_SOURCE("校时源", "/timeCalibration/source", FindingCell.TEXT, true, "ntp.ntsc.ac.cn"),
    TIME_OFFSET("校时偏差毫秒", "/timeCalibration/offsetMillis", FindingCell.WHOLE, true, "-12"),
    CALIBRATED("校时时间", "/timeCalibration/calibratedAt", FindingCell.TIME, true, "2026-04-14 09:25"),
    SHA256("SHA-256", "/sha256", FindingCell.TEXT, true, "64 位十六进制数"),
    SM3("SM3", "/sm3", FindingCell.TEXT, true, "64 位十六进制数"),
    HASHED("摘要时间", "/hashedAt", FindingCell.TIME, false, "2026-04-14 09:30"),
    STEPS("固证步骤", "/steps", FindingCell.LINES, true, "核对网络环境；校时；截屏；计算摘要"),
    OPERATOR("操作人", "/operator", FindingCell.TEXT, true, "JW-017"),
    TWO_PERSON("是否两人操作", "/twoPerson", FindingCell.YES_NO, false, "是"),
    SECOND_OPERATOR("第二名操作人", "/secondOperator", FindingCell.TEXT, false, "JW-021"),
    KIND("类别", "/kind", FindingCell.EVIDENCE_KIND, false, "落地页截图"),
    ENVIRONMENT("网络环境检查", "/environmentCheck", FindingCell.TEXT, false, "已核对路由与DNS，未用代理"),
    CLEANLINESS("本机清洁性检查", "/cleanlinessCheck", FindingCell.TEXT, false, "已查杀，未发现异常"),
    SCREENSHOT("截图文件名", "/screenshotName", FindingCell.TEXT, false, "JW-017_20260414093000.png"),
    TARGET_IP("目标地址IP", "/targetIp", FindingCell.TEXT, false, ""),
    SERVER_IP("存证服务器IP", "/serverIp", FindingCell.TEXT, false, ""),
    PRESERVED("服务器存证时间", "/serverPreservedAt", FindingCell.TIME, false, "2026-04-14 09:31"),
    TIME_SERVICE("授时中心时间", "/timeServiceAt", FindingCell.TIME, false, "2026-04-14 09:31"),
    RECORDING("录屏证据编号", "/recordingEvidenceId", FindingCell.TEXT, false, "");

    private final String heading;
    private final String pointer;
    private final FindingCell cell;
    private final boolean required;
    private final String example;

    FixationColumn(
            String heading, String pointer, FindingCell cell, boolean required, String example) {
        this.heading = heading;
        this.pointer = pointer;
        this.cell = cell;
        this.required = required;
        this.example = example;
    }

    /** The column of the piece of evidence with this number, from 1; only the first is a must. */
    Column of(int number) {
        Column.Shape shape =
                new Column.Shape(
                        "证据" + number + heading,
                        "/evidence/" + (number - 1) + pointer,
                        cell,
                        required && number == 1,
                        number == 1 ? example : "");
        return () -> shape;
    }
}

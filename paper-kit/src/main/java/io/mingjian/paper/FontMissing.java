package io.mingjian.paper;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;
import java.util.List;

/** No PDF can be made, because the Chinese font is not installed. */
public final class FontMissing extends Refusal {
    /** Stable name of the problem. */
    public static final String CODE = "font-missing";

    private static final long serialVersionUID = 1L;

    public FontMissing(String path) {
        super(
                ProblemType.UNAVAILABLE,
                "服务器未安装中文字体，暂不能生成 PDF，请先取其他格式（DOCX、XLSX 或者 JSON），并通知系统管理员。",
                "The Chinese font is missing, so no PDF can be made; take another format (DOCX,"
                        + " XLSX or JSON) meanwhile.",
                List.of(
                        new FieldError(
                                "",
                                CODE,
                                "找不到可嵌入的字体：" + path + "（配置项 mingjian.document.font）。",
                                "No font that can be embedded at "
                                        + path
                                        + " (mingjian.document.font).")));
    }
}

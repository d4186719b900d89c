package io.mingjian.detection.analysis;

import io.mingjian.contracts.IndicationBand;

/** What a band is called and what it asks for. */
final class BandWords {
    private BandWords() {}

    static String question(IndicationBand band) {
        return switch (band) {
            case NO_SIGN -> "未见迹象不表示图像真实，请按一般程序核对实物、订单和沟通记录。";
            case SOME_SIGNS -> "请结合订单、沟通记录和实物情况核对，必要时请提交人补充其他角度的照片。";
            case STRONG_SIGNS, DECLARED_OR_REUSED -> "请提交人补充不同角度的照片或现场视频，并结合其他材料由人工作出判断。";
            case INCONCLUSIVE -> "文件无法完整读取，请提交人重新提供未经转存的原始文件。";
        };
    }

    static String name(IndicationBand band) {
        return switch (band) {
            case NO_SIGN -> "未见迹象";
            case SOME_SIGNS -> "有部分迹象";
            case STRONG_SIGNS -> "迹象较强";
            case DECLARED_OR_REUSED -> "已有声明或重复使用";
            case INCONCLUSIVE -> "无法判定";
        };
    }

    /** One sentence; it claims no search that was not made. */
    static String summary(IndicationBand band, Searched searched, Scope scope) {
        return switch (band) {
            case NO_SIGN -> nothingSeen(searched, scope) + "此结果不表示图像真实，也不表示图像为生成。";
            case SOME_SIGNS -> "存在部分迹象，建议留意；这些迹象都有常见的正常成因。";
            case STRONG_SIGNS -> "存在较强迹象，建议请提交人补充材料后再作判断。";
            case DECLARED_OR_REUSED ->
                    "文件自身载明由人工智能生成或编辑，或同一画面已出现在其他事项的证据或者经人工确认为生成的图片中。如何认定由承办人结合全案决定。";
            case INCONCLUSIVE -> "文件损坏或超出处理限额，无法判定；此结果不支持任何一方。";
        };
    }

    private static String nothingSeen(Searched searched, Scope scope) {
        String rest = "各项分析未见生成、编辑的迹象";
        if (!scope.reachesOthers()) {
            return rest + "；" + scope.zhBeyond() + "是否重复使用不作说明。";
        }
        return switch (searched) {
            case WHOLE ->
                    scope == Scope.EVERYBODY
                            ? "各项分析未见生成、编辑或重复使用的迹象。"
                            : rest + "，" + scope.zhAmong() + "未见重复使用的迹象；" + limits(searched, scope);
            case IN_PART ->
                    rest + "，已查重的画面" + scope.zhAmong() + "未见重复使用的迹象；" + limits(searched, scope);
            case NOT -> rest + "；画面未作查重，是否重复使用不作说明，原因见说明。";
        };
    }

    /** Stands where other evidence with the same picture would be listed and none is. */
    static String nowhereElse(Searched searched, Scope scope) {
        String among = scope.zhAmong();
        String unseen = "未见不说明该图片未曾使用。";
        return switch (searched) {
            case WHOLE -> among + "未见。" + limits(searched, scope) + unseen;
            case IN_PART -> "已查重的画面" + among + "未见。" + limits(searched, scope) + unseen;
            case NOT -> limits(searched, scope) + among + "未见完全相同的文件。";
        };
    }

    /** What was not looked for, in sentences; empty where everything was, everywhere. */
    static String limits(Searched searched, Scope scope) {
        String left =
                switch (searched) {
                    case WHOLE -> "";
                    case IN_PART -> "其余画面未作查重，原因见说明。";
                    case NOT -> "画面未作查重，是否重复使用不作说明，原因见说明；只比对了有无完全相同的文件。";
                };
        return left + scope.zhBeyond();
    }
}

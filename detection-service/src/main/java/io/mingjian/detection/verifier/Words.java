package io.mingjian.detection.verifier;

/** What a verdict supports and what it does not prove; the same in both reports. */
final class Words {
    static final String SUPPORTS =
            "核验通过时，支持：包内原件、保管链和分析结果自签名人封签后逐字节未变；" + "保管链首尾相接；原件在所载链头或时间戳的时间之前已由系统保管。";
    static final String DOES_NOT_PROVE =
            "不能证明：画面或文字所述与事实相符；原件在系统收取之前的来源和经过；"
                    + "签名证书未被吊销（离线不查询）；对申请人不予显示的保管记录的内容。"
                    + "自动分析结果仅供参考，不构成对事实的认定。";

    private Words() {}
}

package io.mingjian.kit.refusal;

/** The content is of a type that this operation does not take. */
public final class UnsupportedMedia extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param accepted the types that are taken, as {@code JPEG, PNG, WebP}
     */
    public UnsupportedMedia(String accepted) {
        super(
                ProblemType.UNSUPPORTED_MEDIA,
                "无法识别或不支持该文件类型；可接受：" + accepted + "。",
                "The type is unknown or not taken; accepted: " + accepted + ".");
    }
}

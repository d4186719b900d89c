package io.mingjian.registry.code;

/** Kinds of identity documents that a filer may show (Order 121 Art 10, official forms). */
public enum IdType {
    /** Resident identity card, GB 11643. */
    RESIDENT_ID("居民身份证"),
    /** Passport. */
    PASSPORT("护照"),
    /** Mainland travel permit for Hong Kong and Macao residents. */
    HK_MACAO_PERMIT("港澳居民来往内地通行证"),
    /** Mainland travel permit for Taiwan residents. */
    TAIWAN_PERMIT("台湾居民来往大陆通行证"),
    /** Permanent residence card of a foreigner. */
    FOREIGNER_PR_CARD("外国人永久居留身份证");

    private final String zh;

    IdType(String zh) {
        this.zh = zh;
    }

    /** The document's name as on the forms. */
    public String zh() {
        return zh;
    }
}

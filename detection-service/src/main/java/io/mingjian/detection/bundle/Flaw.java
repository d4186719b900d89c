package io.mingjian.detection.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Something in a bundle that is not as it was sealed.
 *
 * @param entry name of the entry it is about; absent for the file as a whole
 * @param offset first byte of the file that differs, where that can be told
 * @param what for people, in zh-CN
 */
public record Flaw(Kind kind, @Nullable String entry, @Nullable Long offset, String what) {

    /** What is touched; part of the report's stable form. */
    public enum Kind {
        CONTAINER("容器结构"),
        CONTENT("条目内容"),
        MISSING("条目缺失"),
        UNEXPECTED("多余条目"),
        MANIFEST("清单"),
        CUSTODY("保管链"),
        AUDIT_HEAD("审计链头"),
        TIME_STAMP("时间戳"),
        SEAL("封签"),
        SIGNER("签名证书");

        private final String zhName;

        Kind(String zhName) {
            this.zhName = zhName;
        }

        public String zhName() {
            return zhName;
        }
    }

    static Flaw at(Kind kind, @Nullable String entry, long offset, String what) {
        return new Flaw(kind, entry, offset, what);
    }

    static Flaw of(Kind kind, @Nullable String entry, String what) {
        return new Flaw(kind, entry, null, what);
    }
}

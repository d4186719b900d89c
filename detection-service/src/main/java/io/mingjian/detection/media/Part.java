package io.mingjian.detection.media;

import java.util.function.Function;

/**
 * A file inside a document, still packed.
 *
 * @param unpacking unpacks it within what is left of the budget
 */
record Part(String place, String zhPlace, Function<Budget, Unpacked> unpacking) {

    /** What came of unpacking. */
    sealed interface Unpacked {
        record Whole(byte[] bytes) implements Unpacked {}

        record Failed(String code, String zhReason) implements Unpacked {}
    }

    static final Unpacked.Failed DAMAGED = new Unpacked.Failed("DAMAGED", "嵌入内容损坏，无法取出。");
    static final Unpacked.Failed LIMIT = new Unpacked.Failed("LIMIT", "嵌入内容展开后超过处理限额，未读取。");

    /** Something that is known to be unreadable. */
    static Part failed(String place, String zhPlace, String code, String zhReason) {
        return new Part(place, zhPlace, budget -> new Unpacked.Failed(code, zhReason));
    }

    Part inside(Part outer) {
        return new Part(outer.place() + "!" + place, outer.zhPlace() + "内" + zhPlace, unpacking);
    }

    /** What is left of the limits of one document. */
    static final class Budget {
        private long bytes;
        private long pixels = MediaLimits.MEMBER_PIXELS;

        Budget(long bytes) {
            this.bytes = bytes;
        }

        /** Most bytes that the next part may unpack to. */
        int bytes(int mostOfOne) {
            return (int) Math.max(0, Math.min(bytes, mostOfOne));
        }

        void spend(int unpacked) {
            bytes -= unpacked;
        }

        boolean affords(EvidencePicture picture) {
            pixels -= (long) picture.width() * picture.height();
            return pixels >= 0;
        }
    }
}

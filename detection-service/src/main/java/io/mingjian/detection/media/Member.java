package io.mingjian.detection.media;

/**
 * A picture inside a document.
 *
 * @param place where in the document: {@code page 2, image 1} or {@code word/media/image1.png}
 * @param zhPlace the same for people
 */
public record Member(String place, String zhPlace, Content content) {

    /** What it holds. */
    public sealed interface Content {
        record Picture(EvidencePicture picture) implements Content {}

        /**
         * It was not looked at.
         *
         * @param code stable upper-snake reason
         * @param zhReason one sentence
         */
        record Unread(String code, String zhReason) implements Content {}
    }

    static Member unread(Part part, String code, String zhReason) {
        return new Member(part.place(), part.zhPlace(), new Content.Unread(code, zhReason));
    }
}

package io.mingjian.detection.media;

/** Kinds of picture file the service reads; always decided by content. */
public enum MediaKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private final String mediaType;

    MediaKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}

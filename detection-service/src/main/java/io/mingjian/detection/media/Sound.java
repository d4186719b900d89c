package io.mingjian.detection.media;

/** Whether a film has sound that can be heard. */
public enum Sound {
    /** It has no track of sound. */
    NONE,
    /** It has one, in which no sample is louder than 8 of 32,768. */
    SILENT,
    /** It has one that is not silent. */
    HEARD,
    /** Not known: the container is not read for it, or the sound could not be decoded. */
    UNKNOWN
}

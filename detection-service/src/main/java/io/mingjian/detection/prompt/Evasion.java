package io.mingjian.detection.prompt;

/** How words were disguised. */
public enum Evasion {
    /** A wrong character of the same sound. */
    HOMOPHONE,
    /** Chinese in Latin letters. */
    PINYIN,
    /** Signs, spaces or nothing visible inside a word, digits in the place of letters. */
    SPLIT,
    /** The thing is said in a roundabout way. */
    INDIRECT
}

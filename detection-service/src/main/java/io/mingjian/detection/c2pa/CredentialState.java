package io.mingjian.detection.c2pa;

/** What the checks of a file's content credentials come to. */
public enum CredentialState {
    /** Every check holds, and the signer leads to an authority on the list. */
    TRUSTED,
    /** Every other check holds; the signer is not on the list. */
    VALID_UNTRUSTED,
    /** Every other check holds; the certificate has expired and no trusted time vouches for it. */
    EXPIRED_UNTIMED,
    /** The credential is whole, the file is another than the one that was signed. */
    TAMPERED,
    /** The credential itself does not hold, or does not bind the whole file. */
    BROKEN,
    /** Well formed, but made in a way that is not read. */
    UNSUPPORTED,
    /** Damaged, or beyond the limits of reading. */
    INCONCLUSIVE,
    /** No credential in the file; says nothing about where it comes from. */
    NONE
}

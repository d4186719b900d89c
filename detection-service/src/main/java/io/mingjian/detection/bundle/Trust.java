package io.mingjian.detection.bundle;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that whoever checks a bundle has from elsewhere and trusts. Two lists, because under
 * an authority for time stamps stand many who may sign all kinds of things, but no bundle.
 *
 * @param signers signers, or those who issue their certificates
 * @param authorities time stamp authorities, or those who issue their certificates
 */
public record Trust(List<X509Certificate> signers, List<X509Certificate> authorities) {
    public static final Trust NONE = new Trust(List.of(), List.of());

    public Trust {
        signers = List.copyOf(signers);
        authorities = List.copyOf(authorities);
    }

    Anchors forSigner() {
        return new Anchors(signers);
    }

    Anchors forAuthority() {
        return new Anchors(authorities);
    }
}

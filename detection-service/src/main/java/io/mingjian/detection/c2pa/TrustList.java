package io.mingjian.detection.c2pa;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Authorities to which a chain of certificates may lead. They are read when the first chain is to
 * be followed: most files have none, and reading them takes longer than reading such a file.
 */
final class TrustList {
    private final Supplier<List<X509Certificate>> source;
    private volatile @Nullable Authorities known;

    private record Authorities(Set<TrustAnchor> anchors, Set<X500Principal> names) {
        private static Authorities of(List<X509Certificate> certificates) {
            return new Authorities(
                    certificates.stream()
                            .map(authority -> new TrustAnchor(authority, null))
                            .collect(Collectors.toUnmodifiableSet()),
                    certificates.stream()
                            .map(X509Certificate::getSubjectX500Principal)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    TrustList(List<X509Certificate> authorities) {
        this(() -> authorities);
    }

    TrustList(Supplier<List<X509Certificate>> source) {
        this.source = source;
    }

    private Authorities authorities() {
        Authorities read = known;
        if (read == null) {
            read = Authorities.of(source.get());
            known = read;
        }
        return read;
    }

    TrustList with(List<X509Certificate> more) {
        return new TrustList(() -> Stream.concat(source.get().stream(), more.stream()).toList());
    }

    int size() {
        return authorities().anchors().size();
    }

    /**
     * True when the signer's certificate leads through the given ones to an authority and every
     * certificate on the way was valid at that time. Nothing is fetched, and each certificate is
     * tried in one place only: a chain made to be tried in every order costs nothing here.
     */
    boolean reaches(
            X509Certificate signer, List<X509Certificate> given, Instant at, Effort effort) {
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        List<X509Certificate> rest = new ArrayList<>(given);
        while (path.size() <= Limits.CERTIFICATES) {
            X509Certificate last = path.get(path.size() - 1);
            if (authorities().names().contains(last.getIssuerX500Principal())
                    && validates(path, at, effort)) {
                return true;
            }
            rest.removeAll(path);
            X509Certificate next =
                    rest.stream().filter(c -> issued(c, last, effort)).findFirst().orElse(last);
            if (next.equals(last)) {
                return false;
            }
            path.add(next);
        }
        return false;
    }

    /** True when the one certificate is signed with the other's key and bears its name. */
    static boolean issued(X509Certificate issuer, X509Certificate subject, Effort effort) {
        if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
            return false;
        }
        effort.signature();
        try {
            subject.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean validates(List<X509Certificate> path, Instant at, Effort effort) {
        path.forEach(certificate -> effort.signature());
        try {
            PKIXParameters rules = new PKIXParameters(authorities().anchors());
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path), rules);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

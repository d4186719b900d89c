package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The official lists together with the roots with which public test files are signed. */
final class TestTrust {
    private TestTrust() {}

    static TrustLists withTestRoots(Path labels) {
        try {
            List<X509Certificate> roots =
                    Certificates.pem(
                            SampleFiles.bytes(labels.resolve("trust/test_cert_root_bundle.pem")));
            return new TrustLists(
                    list("trust/C2PA-TRUST-LIST.pem", roots),
                    list("trust/C2PA-TSA-TRUST-LIST.pem", roots),
                    LocalDate.parse("2026-11-29"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static TrustList list(String official, List<X509Certificate> roots) throws IOException {
        List<X509Certificate> all = new ArrayList<>(TrustLists.certificates(official));
        all.addAll(roots);
        return new TrustList(all);
    }
}

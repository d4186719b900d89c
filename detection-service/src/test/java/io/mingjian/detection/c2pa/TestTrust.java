package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.security.cert.CertificateException;

/** The official lists together with the roots with which public test files are signed. */
final class TestTrust {
    private TestTrust() {}

    static TrustLists withTestRoots(Path labels) {
        try {
            return TrustLists.official()
                    .with(SampleFiles.bytes(labels.resolve("trust/test_cert_root_bundle.pem")));
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}

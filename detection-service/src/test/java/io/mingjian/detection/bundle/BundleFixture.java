package io.mingjian.detection.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** Who seals, stamps and checks in these tests. */
final class BundleFixture {
    static final TestKeys KEYS = TestKeys.onP256();
    static final SigningKey SIGNER = KEYS.signer();
    static final TestAuthority AUTHORITY = new TestAuthority(KEYS.authority());

    private BundleFixture() {}

    static BundleSample sample() {
        return new BundleSample(SIGNER).with("picture");
    }

    static Verdict verify(Path bundle) throws IOException {
        return BundleVerifier.verify(bundle, KEYS.trust(), KnownHeads.none());
    }

    static boolean ends(Flaw flaw, String name) {
        return flaw.entry() != null && flaw.entry().endsWith(name);
    }
}

package io.mingjian.detection.c2pa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * Whom the verifier trusts, and as of when.
 *
 * @param signers authorities of signers
 * @param timeStampers authorities of time stamps
 * @param asOf day up to which the lists were reviewed
 */
public record TrustLists(TrustList signers, TrustList timeStampers, LocalDate asOf) {
    private static final TrustLists OFFICIAL = load();

    /** The lists of the C2PA conformance programme that the product ships. */
    public static TrustLists official() {
        return OFFICIAL;
    }

    private static TrustLists load() {
        try (InputStream about = resource("trust/lists.properties")) {
            Properties lists = new Properties();
            lists.load(about);
            return new TrustLists(
                    new TrustList(certificates("trust/C2PA-TRUST-LIST.pem")),
                    new TrustList(certificates("trust/C2PA-TSA-TRUST-LIST.pem")),
                    LocalDate.parse(lists.getProperty("reviewed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<X509Certificate> certificates(String name) throws IOException {
        try (InputStream pem = resource(name)) {
            return Certificates.pem(pem.readAllBytes());
        } catch (CertificateException e) {
            throw new IllegalStateException("the shipped list " + name + " is unreadable", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TrustLists.class.getResourceAsStream(name), name);
    }
}

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
 * @param further authorities that were added to them
 */
public record TrustLists(TrustList signers, TrustList timeStampers, LocalDate asOf, int further) {
    private static final TrustLists OFFICIAL = load();

    TrustLists(TrustList signers, TrustList timeStampers, LocalDate asOf) {
        this(signers, timeStampers, asOf, 0);
    }

    /** The lists of the C2PA conformance programme that the product ships. */
    public static TrustLists official() {
        return OFFICIAL;
    }

    /**
     * These lists and the authorities of a PEM file, for signers and for time stamps alike.
     *
     * @throws CertificateException if there is none in it, or one that cannot be read
     */
    public TrustLists with(byte[] pem) throws CertificateException {
        List<X509Certificate> more = Certificates.pem(pem);
        if (more.isEmpty()) {
            throw new CertificateException("the file holds no certificate in PEM");
        }
        return new TrustLists(
                signers.with(more), timeStampers.with(more), asOf, further + more.size());
    }

    private static TrustLists load() {
        try (InputStream about = resource("trust/lists.properties")) {
            Properties lists = new Properties();
            lists.load(about);
            return new TrustLists(
                    new TrustList(() -> certificates("trust/C2PA-TRUST-LIST.pem")),
                    new TrustList(() -> certificates("trust/C2PA-TSA-TRUST-LIST.pem")),
                    LocalDate.parse(lists.getProperty("reviewed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<X509Certificate> certificates(String name) {
        try (InputStream pem = resource(name)) {
            return Certificates.pem(pem.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException("the shipped list " + name + " is unreadable", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TrustLists.class.getResourceAsStream(name), name);
    }
}

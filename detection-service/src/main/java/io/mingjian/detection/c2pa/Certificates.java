package io.mingjian.detection.c2pa;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Reads certificates and names in them. */
final class Certificates {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    /** Keys that a specification in use here knows, and whose size the platform limits. */
    private static final Set<String> KINDS_OF_KEY =
            Set.of("RSA", "RSASSA-PSS", "EC", "EdDSA", "Ed25519");

    private Certificates() {}

    /**
     * Refuses keys of other kinds. Those of DSA may be of any length, and one of a few kilobytes
     * takes minutes to verify with.
     */
    static X509Certificate usable(X509Certificate certificate) throws CertificateException {
        if (!KINDS_OF_KEY.contains(certificate.getPublicKey().getAlgorithm())) {
            throw new CertificateException("a key of a kind that is not in use");
        }
        return certificate;
    }

    /** A chain as stored, the signer's certificate first. */
    static List<X509Certificate> chain(List<byte[]> encoded) throws CertificateException {
        if (encoded.size() > Limits.CERTIFICATES) {
            throw Unreadable.limit("too many certificates");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : encoded) {
            chain.add(
                    usable(
                            (X509Certificate)
                                    factory.generateCertificate(new ByteArrayInputStream(der))));
        }
        return chain;
    }

    /** All certificates of a PEM file; text between them is a remark. */
    static List<X509Certificate> pem(byte[] file) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = PEM.matcher(new String(file, StandardCharsets.US_ASCII));
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            certificates.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return certificates;
    }

    /** Organisation of the holder, otherwise its common name. */
    static Optional<String> holder(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return part(name, "O").or(() -> part(name, "CN")).map(Limits::bounded);
    }

    private static Optional<String> part(String name, String type) {
        try {
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}

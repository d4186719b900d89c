package io.mingjian.detection.c2pa;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority made for one test, with the certificates and time stamps it gives out. */
final class TestAuthority {
    static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2035-01-01T00:00:00Z");

    private final KeyPair keys = pair("EC", 256);
    private final X509Certificate root;
    private final String name;
    private long serial = 1;

    /** A certificate with its key. */
    record Holder(X509Certificate certificate, PrivateKey key) {}

    TestAuthority(String name) {
        this.name = name;
        this.root = certificate(name, keys, TO, true, null);
    }

    X509Certificate root() {
        return root;
    }

    TrustList list() {
        return new TrustList(List.of(root));
    }

    Holder signer(SignatureAlgorithm algorithm, Instant to, KeyPurposeId purpose) {
        KeyPair pair =
                switch (algorithm) {
                    case ES256 -> pair("EC", 256);
                    case ES384 -> pair("EC", 384);
                    case ES512 -> pair("EC", 521);
                    case PS256, PS384, PS512 -> pair("RSA", 2048);
                    case ED25519 -> pair("Ed25519", 255);
                };
        return new Holder(certificate("Test Signer", pair, to, false, purpose), pair.getPrivate());
    }

    /** A token over these bytes, stating this time. */
    byte[] timeStamp(byte[] covered, Instant time) {
        KeyPair pair = pair("EC", 256);
        X509Certificate certificate =
                certificate("Test Clock", pair, TO, false, KeyPurposeId.id_kp_timeStamping);
        try {
            TimeStampTokenGenerator generator =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .build("SHA256withECDSA", pair.getPrivate(), certificate),
                            new JcaDigestCalculatorProviderBuilder()
                                    .build()
                                    .get(new AlgorithmIdentifier(TSPAlgorithms.SHA1)),
                            new ASN1ObjectIdentifier("1.2.3.4"));
            generator.addCertificates(new JcaCertStore(List.of(certificate, root)));
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request =
                    requests.generate(TSPAlgorithms.SHA256, HashAlgorithm.SHA256.of(covered));
            return generator.generate(request, BigInteger.ONE, Date.from(time)).getEncoded();
        } catch (GeneralSecurityException
                | OperatorCreationException
                | TSPException
                | IOException e) {
            throw new AssertionError(e);
        }
    }

    private X509Certificate certificate(
            String subject, KeyPair pair, Instant to, boolean authority, KeyPurposeId purpose) {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name("O=" + name + ",CN=Test Root"),
                            BigInteger.valueOf(serial++),
                            Date.from(FROM),
                            Date.from(to),
                            new X500Name(
                                    "O=" + subject + (authority ? ",CN=Test Root" : ",CN=Test")),
                            pair.getPublic());
            int usage = authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (purpose != null) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!algorithm.equals("Ed25519")) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

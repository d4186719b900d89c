package io.mingjian.detection.bundle;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root with certificates below it, made anew for each test. */
public final class TestKeys {
    static final Provider PROVIDER = new BouncyCastleProvider();
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    private final String curve;
    private final String algorithm;
    private final KeyPair rootKey;
    private final X509Certificate root;
    private long serial = 1;

    private TestKeys(String curve, String algorithm) {
        this.curve = curve;
        this.algorithm = algorithm;
        this.rootKey = pair();
        this.root = certificate("CN=root", rootKey, FROM, TO, Use.ISSUE);
    }

    private enum Use {
        ISSUE,
        SIGN,
        STAMP
    }

    public static TestKeys onP256() {
        return new TestKeys("secp256r1", "SHA256withECDSA");
    }

    static TestKeys onSm2() {
        return new TestKeys("sm2p256v1", "SM3withSM2");
    }

    public X509Certificate root() {
        return root;
    }

    public Trust trust() {
        return new Trust(List.of(root), List.of(root));
    }

    public SigningKey signer() {
        return signer(FROM, TO);
    }

    SigningKey signer(Instant from, Instant to) {
        return key("CN=preservation", from, to, Use.SIGN);
    }

    /** With these as the extended key usage of its certificate. */
    SigningKey signerFor(KeyPurposeId... purposes) {
        KeyPair pair = pair();
        X509Certificate certificate =
                certificate("CN=preservation", pair, FROM, TO, Use.SIGN, purposes);
        return new SigningKey(pair.getPrivate(), List.of(certificate, root));
    }

    /** The same without the certificate above it. */
    static SigningKey alone(SigningKey key) {
        return new SigningKey(key.key(), key.chain().subList(0, 1));
    }

    public SigningKey authority() {
        return key("CN=time", FROM, TO, Use.STAMP);
    }

    SigningKey authority(Instant from, Instant to) {
        return key("CN=time", from, to, Use.STAMP);
    }

    private SigningKey key(String name, Instant from, Instant to, Use use) {
        KeyPair pair = pair();
        return new SigningKey(
                pair.getPrivate(), List.of(certificate(name, pair, from, to, use), root));
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            String name,
            KeyPair pair,
            Instant from,
            Instant to,
            Use use,
            KeyPurposeId... purposes) {
        X500Name issuer = new X500Name("CN=root");
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(serial++),
                            Date.from(from),
                            Date.from(to),
                            new X500Name(name),
                            pair.getPublic());
            extend(builder, use);
            if (purposes.length > 0) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .setProvider(PROVIDER)
                                            .build(rootKey.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extend(JcaX509v3CertificateBuilder builder, Use use)
            throws CertIOException {
        builder.addExtension(
                Extension.basicConstraints, true, new BasicConstraints(use == Use.ISSUE));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(use == Use.ISSUE ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (use == Use.STAMP) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
    }
}

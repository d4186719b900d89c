package io.mingjian.detection.bundle;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamp authority. */
public final class TestAuthority {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.5");

    private final SigningKey key;

    public TestAuthority(SigningKey key) {
        this.key = key;
    }

    /** The whole answer to a request. */
    public byte[] answer(byte[] request, Instant at) {
        try {
            return respond(new TimeStampRequest(request), at).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token over a document, as a bundle keeps it. */
    byte[] token(byte[] document, Instant at) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request =
                generator.generate(TSPAlgorithms.SHA256, Hashing.sha256Of(document));
        try {
            return respond(request, at)
                    .getTimeStampToken()
                    .toCMSSignedData()
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStampResponse respond(TimeStampRequest request, Instant at) {
        try {
            TimeStampTokenGenerator tokens =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .setProvider(TestKeys.PROVIDER)
                                    .build("SHA256withECDSA", key.key(), key.chain().get(0)),
                            new JcaDigestCalculatorProviderBuilder()
                                    .setProvider(TestKeys.PROVIDER)
                                    .build()
                                    .get(
                                            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                    TSPAlgorithms.SHA256)),
                            POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(request, BigInteger.ONE, Date.from(at));
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }
}

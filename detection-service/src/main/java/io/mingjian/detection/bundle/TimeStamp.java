package io.mingjian.detection.bundle;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * A time stamp over a manifest (RFC 3161) whose signature holds.
 *
 * @param time that the authority states
 * @param authority subject of its certificate
 * @param trusted its certificate leads to a trusted one
 */
record TimeStamp(Instant time, String authority, boolean trusted) {
    private static final int MOST_CERTIFICATES = 16;

    static TimeStamp check(byte[] token, byte[] manifest, Anchors anchors) throws NotInForm {
        try {
            return checked(token, manifest, anchors);
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | CertificateException
                | RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds.
            throw new NotInForm("时间戳无法读取或者其签名不成立", e);
        }
    }

    private static TimeStamp checked(byte[] bytes, byte[] manifest, Anchors anchors)
            throws TSPException,
                    CMSException,
                    IOException,
                    OperatorCreationException,
                    CertificateException,
                    NotInForm {
        requireDer(bytes);
        TimeStampToken token = new TimeStampToken(new CMSSignedData(bytes));
        boolean sha256 =
                NISTObjectIdentifiers.id_sha256.equals(
                        token.getTimeStampInfo().getMessageImprintAlgOID());
        if (!sha256
                || !Arrays.equals(
                        Hashing.sha256Of(manifest),
                        token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new NotInForm("时间戳针对的不是本清单");
        }
        List<X509Certificate> chain = chain(token);
        X509Certificate authority = chain.get(0);
        Instant time = token.getTimeStampInfo().getGenTime().toInstant();
        if (!Anchors.isValid(authority, time)) {
            throw new NotInForm("时间戳证书在所载时间不在有效期内");
        }
        token.validate(
                new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(SignatureScheme.PROVIDER)
                        .build(authority));
        return new TimeStamp(
                time, authority.getSubjectX500Principal().getName(), anchors.reaches(chain, time));
    }

    /** The token is kept in one form, so that no byte of it can differ without being seen. */
    private static void requireDer(byte[] bytes) throws IOException, NotInForm {
        if (!Arrays.equals(
                ASN1Primitive.fromByteArray(bytes).getEncoded(ASN1Encoding.DER), bytes)) {
            throw new NotInForm("时间戳不是规定的唯一写法");
        }
    }

    /** Certificates in the token that lead from the signer's upwards, the signer's first. */
    private static List<X509Certificate> chain(TimeStampToken token)
            throws CertificateException, NotInForm {
        Collection<X509CertificateHolder> signers =
                token.getCertificates().getMatches(token.getSID());
        Collection<X509CertificateHolder> all = token.getCertificates().getMatches(null);
        if (signers.isEmpty() || all.size() > MOST_CERTIFICATES) {
            throw new NotInForm("时间戳内没有签发证书");
        }
        JcaX509CertificateConverter converter =
                new JcaX509CertificateConverter().setProvider(SignatureScheme.PROVIDER);
        List<X509Certificate> chain = new ArrayList<>();
        X509CertificateHolder next = signers.iterator().next();
        while (next != null && chain.size() < all.size()) {
            chain.add(converter.getCertificate(next));
            next = issuer(next, all);
        }
        return chain;
    }

    private static @Nullable X509CertificateHolder issuer(
            X509CertificateHolder of, Collection<X509CertificateHolder> all) {
        return all.stream()
                .filter(other -> !other.equals(of) && other.getSubject().equals(of.getIssuer()))
                .findFirst()
                .orElse(null);
    }
}

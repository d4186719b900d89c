package io.mingjian.detection.c2pa;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * The time stamp of a signature (RFC 3161).
 *
 * @param results of its checks
 * @param time it states; empty unless it covers this signature
 * @param trusted its authority is on the list
 * @param first in the form of the specification's first version
 */
record TimeStamp(List<Status> results, Optional<Instant> time, boolean trusted, boolean first) {
    private static final TimeStamp NONE = new TimeStamp(List.of(), Optional.empty(), false, false);
    private static final Pattern FRACTION = Pattern.compile("\\.(\\d+)");
    private static final Map<String, HashAlgorithm> IMPRINTS =
            Map.of(
                    "2.16.840.1.101.3.4.2.1", HashAlgorithm.SHA256,
                    "2.16.840.1.101.3.4.2.2", HashAlgorithm.SHA384,
                    "2.16.840.1.101.3.4.2.3", HashAlgorithm.SHA512);

    TimeStamp {
        results = List.copyOf(results);
    }

    /** The first stamp of a signature; empty results when there is none. */
    static TimeStamp of(
            CoseSignature signature, byte[] claim, TrustList authorities, Effort effort) {
        Optional<byte[]> first = token(signature, "sigTst");
        if (first.isPresent()) {
            TimeStamp stamp = checked(first.get(), covered(signature, claim), authorities, effort);
            return new TimeStamp(stamp.results, stamp.time, stamp.trusted, true);
        }
        Optional<byte[]> second = token(signature, "sigTst2");
        return second.isPresent()
                ? checked(
                        second.get(),
                        covered(signature, CborWriter.byteString(signature.signature())),
                        authorities,
                        effort)
                : NONE;
    }

    private static TimeStamp without(Status result) {
        return new TimeStamp(List.of(result), Optional.empty(), false, false);
    }

    private static Optional<byte[]> token(CoseSignature signature, String header) {
        return signature.loose().get(header).stream()
                .flatMap(tokens -> tokens.list("tstTokens").stream())
                .flatMap(token -> token.bytes("val").stream())
                .findFirst();
    }

    private static byte[] covered(CoseSignature signature, byte[] payload) {
        return CborWriter.signed("CounterSignature", signature.protectedBytes(), payload);
    }

    private static TimeStamp checked(
            byte[] encoded, byte[] covered, TrustList authorities, Effort effort) {
        try {
            return checked(token(encoded), covered, authorities, effort);
        } catch (Unreadable e) {
            throw e;
        } catch (TSPException
                | IOException
                | OperatorCreationException
                | CertificateException
                | RuntimeException e) {
            // The ASN.1 reader answers malformed bytes with runtime exceptions of many kinds.
            return without(Status.TIME_MALFORMED);
        }
    }

    /** The header holds either the token or the authority's whole answer with the token in it. */
    private static TimeStampToken token(byte[] encoded) throws TSPException, IOException {
        ASN1Sequence outer = ASN1Sequence.getInstance(encoded);
        boolean bare = outer.getObjectAt(0) instanceof ASN1ObjectIdentifier;
        ContentInfo token =
                bare
                        ? ContentInfo.getInstance(outer)
                        : TimeStampResp.getInstance(outer).getTimeStampToken();
        return new TimeStampToken(token);
    }

    private static TimeStamp checked(
            TimeStampToken token, byte[] covered, TrustList authorities, Effort effort)
            throws TSPException, CertificateException, OperatorCreationException {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        HashAlgorithm imprint = IMPRINTS.get(info.getMessageImprintAlgOID().getId());
        if (imprint == null
                || !Arrays.equals(imprint.of(covered), info.getMessageImprintDigest())) {
            return without(Status.TIME_MISMATCH);
        }
        List<X509Certificate> chain = chain(token);
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(chain.get(0)));
        Instant time = time(info);
        boolean trusted = authorities.reaches(chain.get(0), chain, time, effort);
        Status trust = trusted ? Status.TIME_TRUSTED : Status.TIME_UNTRUSTED;
        return new TimeStamp(List.of(Status.TIME_VALID, trust), Optional.of(time), trusted, false);
    }

    /** The library's date ends at milliseconds; the token's text does not. */
    private static Instant time(TimeStampTokenInfo info) {
        Instant time = info.getGenTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
        Matcher fraction = FRACTION.matcher(info.toASN1Structure().getGenTime().getTimeString());
        return fraction.find()
                ? time.plusNanos(
                        Long.parseLong((fraction.group(1) + "0".repeat(9)).substring(0, 9)))
                : time;
    }

    /** Certificates in the token, the signer's first. */
    private static List<X509Certificate> chain(TimeStampToken token)
            throws TSPException, CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        Collection<X509CertificateHolder> signers =
                token.getCertificates().getMatches(token.getSID());
        Collection<X509CertificateHolder> all = token.getCertificates().getMatches(null);
        if (signers.isEmpty() || all.size() > Limits.CERTIFICATES) {
            throw new TSPException("token without its certificate");
        }
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(Certificates.usable(converter.getCertificate(signers.iterator().next())));
        for (X509CertificateHolder holder : all) {
            chain.add(Certificates.usable(converter.getCertificate(holder)));
        }
        return chain;
    }
}

package io.mingjian.detection.c2pa;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Answer about a certificate's revocation (OCSP, RFC 6960) that the signer put beside the
 * signature. Nobody is asked over a network: without such an answer nothing is said.
 */
final class StapledStatus {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private final X509Certificate signer;
    private final X509Certificate issuer;
    private final Instant at;
    private final Effort effort;

    private StapledStatus(
            X509Certificate signer, X509Certificate issuer, Instant at, Effort effort) {
        this.signer = signer;
        this.issuer = issuer;
        this.at = at;
        this.effort = effort;
    }

    /** Empty when no answer is there. */
    static Optional<Status> of(
            CoseSignature signature, List<X509Certificate> chain, Instant at, Effort effort) {
        List<byte[]> answers =
                signature.loose().get("rVals").stream()
                        .flatMap(values -> values.list("ocspVals").stream())
                        .flatMap(value -> value.asBytes().stream())
                        .limit(Limits.CERTIFICATES)
                        .toList();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate signer = chain.get(0);
        Optional<X509Certificate> issuer =
                chain.stream().filter(c -> TrustList.issued(c, signer, effort)).findFirst();
        List<Status> read = new ArrayList<>();
        for (byte[] answer : answers) {
            issuer.map(i -> new StapledStatus(signer, i, at, effort).read(answer))
                    .ifPresent(read::add);
        }
        if (read.contains(Status.SIGNER_REVOKED)) {
            return Optional.of(Status.SIGNER_REVOKED);
        }
        return Optional.of(
                read.contains(Status.SIGNER_NOT_REVOKED)
                        ? Status.SIGNER_NOT_REVOKED
                        : Status.SIGNER_STATUS_UNKNOWN);
    }

    private Status read(byte[] answer) {
        effort.signature();
        try {
            Object content = new OCSPResp(answer).getResponseObject();
            if (content instanceof BasicOCSPResp basic && isSignedByIssuer(basic)) {
                for (SingleResp single : basic.getResponses()) {
                    if (concernsSigner(single)) {
                        return status(single);
                    }
                }
            }
            return Status.SIGNER_STATUS_UNKNOWN;
        } catch (Unreadable e) {
            throw e;
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            // The ASN.1 reader answers malformed bytes with runtime exceptions of many kinds.
            return Status.SIGNER_STATUS_UNKNOWN;
        }
    }

    /** By the issuer itself or by whom it certified to answer for it. */
    private boolean isSignedByIssuer(BasicOCSPResp basic)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        if (verifies(basic, issuer)) {
            return true;
        }
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        X509CertificateHolder[] holders = basic.getCerts();
        for (int i = 0; i < Math.min(holders.length, Limits.CERTIFICATES); i++) {
            X509Certificate responder = Certificates.usable(converter.getCertificate(holders[i]));
            List<String> uses = responder.getExtendedKeyUsage();
            if (uses != null
                    && uses.contains(OCSP_SIGNING)
                    && TrustList.issued(issuer, responder, effort)
                    && verifies(basic, responder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(BasicOCSPResp basic, X509Certificate responder)
            throws OperatorCreationException {
        try {
            return basic.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().build(responder.getPublicKey()));
        } catch (OCSPException e) {
            // A key of another kind than the signature's.
            return false;
        }
    }

    private boolean concernsSigner(SingleResp single)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        return single.getCertID().getSerialNumber().equals(signer.getSerialNumber())
                && single.getCertID().matchesIssuer(new JcaX509CertificateHolder(issuer), digests);
    }

    private Status status(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        if (status instanceof RevokedStatus revoked) {
            return revoked.getRevocationTime().toInstant().isAfter(at)
                    ? Status.SIGNER_NOT_REVOKED
                    : Status.SIGNER_REVOKED;
        }
        Date next = single.getNextUpdate();
        boolean current =
                !single.getThisUpdate().toInstant().isAfter(at)
                        && (next == null || !next.toInstant().isBefore(at));
        boolean good = status == CertificateStatus.GOOD && current;
        return good ? Status.SIGNER_NOT_REVOKED : Status.SIGNER_STATUS_UNKNOWN;
    }
}

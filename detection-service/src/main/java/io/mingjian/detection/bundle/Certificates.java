package io.mingjian.detection.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates as text (RFC 7468). */
public final class Certificates {
    private static final int MOST = 64;
    private static final int LONGEST_FILE = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    public static byte[] write(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(LINES.encodeToString(der(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** All certificates of a text, whatever stands between them. */
    public static List<X509Certificate> read(byte[] text) throws NotInForm {
        if (text.length > LONGEST_FILE || hasNul(text)) {
            throw new NotInForm("证书文件须为不超过 1 MiB 的文本");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(new String(text, US_ASCII));
        while (block.find()) {
            certificates.add(certificate(block.group(1)));
        }
        if (certificates.isEmpty() || certificates.size() > MOST) {
            throw new NotInForm("须有 1 至 " + MOST + " 份证书");
        }
        return certificates;
    }

    /** Those of a text in the form of {@link #write}. */
    static List<X509Certificate> readExactly(byte[] text) throws NotInForm {
        List<X509Certificate> certificates = read(text);
        if (!Arrays.equals(text, write(certificates))) {
            throw new NotInForm("证书文件不是规定的唯一写法");
        }
        return certificates;
    }

    /** A bundle holds the text of a certificate too, but is no place to take trust from. */
    private static boolean hasNul(byte[] text) {
        for (byte each : text) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    static String sha256(X509Certificate certificate) {
        return Hashing.hex(Hashing.sha256Of(der(certificate)));
    }

    private static X509Certificate certificate(String base64) throws NotInForm {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509", SignatureScheme.PROVIDER)
                                    .generateCertificate(new ByteArrayInputStream(der));
            if (certificate == null || certificate.getPublicKey() == null) {
                throw new NotInForm("证书或者其中的公钥无法读取");
            }
            readToTheEnd(certificate);
            return certificate;
        } catch (CertificateException | RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds.
            throw new NotInForm("证书无法读取", e);
        }
    }

    /** What the library reads late is read here, where its exceptions are expected. */
    private static void readToTheEnd(X509Certificate certificate) throws NotInForm {
        boolean named = !certificate.getSubjectX500Principal().getName().isEmpty();
        boolean dated = !certificate.getNotAfter().before(certificate.getNotBefore());
        boolean[] usage = certificate.getKeyUsage();
        if (!named || !dated || (usage != null && usage.length == 0)) {
            throw new NotInForm("证书内容不完整");
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate that can be written", e);
        }
    }
}

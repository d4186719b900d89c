package io.mingjian.detection.preservation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingjian.detection.bundle.Certificates;
import io.mingjian.detection.bundle.NotInForm;
import io.mingjian.detection.bundle.SigningKey;
import io.mingjian.kit.refusal.Conflict;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that the operator gave: PEM text, or the path of a PEM or PKCS #12 file, with the
 * certificates from the signer's upwards. Read at the start, which fails with a key that is none.
 */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final String PEM = "-----BEGIN";

    private final Optional<SigningKey> key;

    SigningKeys(
            @ConfigProperty(name = "mingjian.preservation.key") Optional<String> source,
            @ConfigProperty(name = "mingjian.preservation.key-password")
                    Optional<String> password) {
        key = source.filter(s -> !s.isBlank()).map(s -> read(s, password.orElse("")));
        key.ifPresent(SigningKey::requireUsable);
    }

    SigningKey require() {
        return key.orElseThrow(
                () ->
                        new Conflict(
                                "preservation-not-set-up",
                                "本系统尚未配置保全签名密钥，暂不能制作保全包；请联系系统管理员。",
                                "No signing key is configured; ask the administrator."));
    }

    private static SigningKey read(String source, String password) {
        try {
            byte[] bytes =
                    source.startsWith(PEM)
                            ? source.getBytes(US_ASCII)
                            : Files.readAllBytes(Path.of(source));
            String text = new String(bytes, US_ASCII);
            return text.contains(PEM) ? pem(text) : keyStore(bytes, password.toCharArray());
        } catch (IOException | GeneralSecurityException | NotInForm e) {
            throw new IllegalArgumentException("mingjian.preservation.key cannot be read", e);
        }
    }

    private static SigningKey pem(String text) throws IOException, NotInForm {
        JcaPEMKeyConverter converter =
                new JcaPEMKeyConverter().setProvider(new BouncyCastleProvider());
        List<X509Certificate> chain = Certificates.read(text.getBytes(US_ASCII));
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
                if (each instanceof PrivateKeyInfo info) {
                    return new SigningKey(converter.getPrivateKey(info), chain);
                }
                if (each instanceof PEMKeyPair pair) {
                    return new SigningKey(converter.getPrivateKey(pair.getPrivateKeyInfo()), chain);
                }
            }
        }
        throw new IllegalArgumentException("mingjian.preservation.key has no private key");
    }

    /** The first key of the store. */
    private static SigningKey keyStore(byte[] bytes, char[] password)
            throws IOException, GeneralSecurityException, NotInForm {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(new ByteArrayInputStream(bytes), password);
        for (String alias : new ArrayList<>(Collections.list(store.aliases()))) {
            if (store.getKey(alias, password) instanceof PrivateKey found) {
                List<X509Certificate> chain =
                        Arrays.stream(store.getCertificateChain(alias))
                                .map(X509Certificate.class::cast)
                                .toList();
                return new SigningKey(found, Certificates.read(Certificates.write(chain)));
            }
        }
        throw new IllegalArgumentException("mingjian.preservation.key has no private key");
    }
}

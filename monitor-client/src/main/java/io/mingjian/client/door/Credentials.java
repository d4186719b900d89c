package io.mingjian.client.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Stopped;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the agency is: a client id with a private key (RS256 or ES256) or, in the sandbox, a secret.
 * From the environment or from a file that nobody else may read; never from the command line, where
 * every user of the machine could see it.
 */
public final class Credentials {
    public static final String CLIENT_ID = "MINGJIAN_CLIENT_ID";
    public static final String CLIENT_SECRET = "MINGJIAN_CLIENT_SECRET";
    public static final String CLIENT_KEY_FILE = "MINGJIAN_CLIENT_KEY_FILE";
    public static final String CLIENT_KEY_ID = "MINGJIAN_CLIENT_KEY_ID";
    public static final String ISSUER = "MINGJIAN_ISSUER";

    private static final String ASSERTION =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int ASSERTION_SECONDS = 60;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final String clientId;
    private final @Nullable String secret;
    private final @Nullable PrivateKey key;
    private final @Nullable String keyId;
    private final @Nullable String issuer;

    private Credentials(
            String clientId,
            @Nullable String secret,
            @Nullable PrivateKey key,
            @Nullable String keyId,
            @Nullable String issuer) {
        this.clientId = clientId;
        this.secret = secret;
        this.key = key;
        this.keyId = keyId;
        this.issuer = issuer;
    }

    /**
     * Reads them.
     *
     * @param file properties {@code clientId}, {@code clientSecret}, {@code privateKeyFile}, {@code
     *     keyId}, {@code issuer}; what the environment has comes first
     */
    public static Credentials of(Map<String, String> environment, @Nullable Path file)
            throws IOException {
        Properties kept = new Properties();
        if (file != null) {
            requireOwnersAlone(file);
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        String clientId = told(environment, CLIENT_ID, kept, "clientId");
        String secret = told(environment, CLIENT_SECRET, kept, "clientSecret");
        String keyFile = told(environment, CLIENT_KEY_FILE, kept, "privateKeyFile");
        if (clientId == null || (secret == null && keyFile == null)) {
            throw Stopped.usage(
                    "缺少凭据：请设置环境变量 %s 与 %s（或 %s），或用 --credentials 指定仅本人可读的文件",
                    "credentials are missing: set %s and %s (or %s), or name a file with"
                            + " --credentials that only you may read",
                    CLIENT_ID,
                    CLIENT_KEY_FILE,
                    CLIENT_SECRET);
        }
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        return new Credentials(
                clientId,
                secret,
                keyFile == null ? null : privateKey(resolved(folder, keyFile)),
                told(environment, CLIENT_KEY_ID, kept, "keyId"),
                told(environment, ISSUER, kept, "issuer"));
    }

    private static Path resolved(@Nullable Path folder, String keyFile) {
        return folder == null ? Path.of(keyFile) : folder.resolve(keyFile);
    }

    private static @Nullable String told(
            Map<String, String> environment, String variable, Properties kept, String property) {
        String value = environment.getOrDefault(variable, kept.getProperty(property, ""));
        return value.isBlank() ? null : value.strip();
    }

    private static void requireOwnersAlone(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Stopped.usage("没有该文件：%s", "there is no file %s", file);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw Stopped.usage(
                    "%s 其他用户可以读取，请先执行 chmod 600", "others may read %s; chmod 600 it first", file);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        requireOwnersAlone(file);
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = pem.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = pem.indexOf("-----END PRIVATE KEY-----");
        if (begin >= 0 && end > begin) {
            String body = pem.substring(begin + "-----BEGIN PRIVATE KEY-----".length(), end);
            for (String algorithm : new String[] {"RSA", "EC"}) {
                try {
                    return KeyFactory.getInstance(algorithm)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
                } catch (GeneralSecurityException | IllegalArgumentException another) {
                    continue;
                }
            }
        }
        throw Stopped.usage(
                "%s 不是 PKCS#8 私钥（RSA 或 P-256，BEGIN PRIVATE KEY）",
                "%s is no private key in PKCS#8 (RSA or P-256, BEGIN PRIVATE KEY)", file);
    }

    public String clientId() {
        return clientId;
    }

    public @Nullable String issuer() {
        return issuer;
    }

    /** What the token endpoint wants to read. */
    Map<String, String> form(String audience, Instant now) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId);
        if (key != null) {
            form.put("client_assertion_type", ASSERTION);
            form.put("client_assertion", assertion(key, audience, now));
        } else if (secret != null) {
            form.put("client_secret", secret);
        }
        return form;
    }

    /** RFC 7523: signed by the client, good for a minute, once. */
    private String assertion(PrivateKey signing, String audience, Instant now) {
        boolean rsa = signing.getAlgorithm().equals("RSA");
        ObjectNode header = Json.mapper().createObjectNode().put("alg", rsa ? "RS256" : "ES256");
        header.put("typ", "JWT");
        if (keyId != null) {
            header.put("kid", keyId);
        }
        ObjectNode claims =
                Json.mapper()
                        .createObjectNode()
                        .put("iss", clientId)
                        .put("sub", clientId)
                        .put("aud", audience)
                        .put("jti", UUID.randomUUID().toString())
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.getEpochSecond() + ASSERTION_SECONDS);
        String signed = base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
        try {
            Signature signature =
                    Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(signing);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw Stopped.usage("私钥无法使用", "the private key cannot be used");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing secret, whoever prints it. */
    @Override
    public String toString() {
        return "credentials of " + clientId;
    }
}

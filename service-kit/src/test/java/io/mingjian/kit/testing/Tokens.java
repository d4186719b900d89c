package io.mingjian.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Mints tokens like the identity provider's, signed by a key that lives as long as the test JVM.
 */
public final class Tokens {
    /** Kept in a system property, because tests and application may load this class twice. */
    private static final String PROPERTY = "mingjian.test.keys";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    /**
     * The public key for {@code quarkus.oidc.public-key}; {@link PostgresResource} hands it to the
     * application.
     */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    public static String of(TestCaller caller) {
        return sign(claims(caller).audience("mingjian-api").expiresIn(Duration.ofMinutes(10)));
    }

    public static String forAudience(TestCaller caller, String audience) {
        return sign(claims(caller).audience(audience).expiresIn(Duration.ofMinutes(10)));
    }

    public static String expired(TestCaller caller) {
        return sign(
                claims(caller)
                        .audience("mingjian-api")
                        .issuedAt(System.currentTimeMillis() / 1000 - 7200)
                        .expiresAt(System.currentTimeMillis() / 1000 - 3600));
    }

    private static JwtClaimsBuilder claims(TestCaller caller) {
        JwtClaimsBuilder claims =
                Jwt.claims()
                        .issuer("https://test-issuer")
                        .subject("sub-" + caller.name())
                        .claim("preferred_username", caller.name())
                        .claim("organisation", caller.organisation())
                        .claim("kind", caller.kind().name())
                        .claim(
                                "realm_access",
                                Map.of(
                                        "roles",
                                        List.copyOf(
                                                caller.roles().stream().map(Enum::name).toList())));
        if (caller.district() != null) {
            claims.claim("district", caller.district());
        }
        if (caller.uscc() != null) {
            claims.claim("uscc", caller.uscc());
        }
        return claims;
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        synchronized (System.getProperties()) {
            try {
                String kept = System.getProperty(PROPERTY);
                return kept == null ? generate() : read(kept.split(" "));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        System.setProperty(
                PROPERTY,
                base64.encodeToString(pair.getPublic().getEncoded())
                        + " "
                        + base64.encodeToString(pair.getPrivate().getEncoded()));
        return pair;
    }

    private static KeyPair read(String[] kept) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        Base64.Decoder base64 = Base64.getDecoder();
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(base64.decode(kept[0]))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(kept[1]))));
    }
}

package io.mingjian.gateway.testing;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Access tokens as the identity provider would issue them, signed with a key that lives for one
 * test run.
 */
public final class Tokens {
    public static final String ISSUER = "https://issuer.test/realms/mingjian";
    private static final String PRIVATE_KEY = "mingjian.tests.private-key";

    private Tokens() {}

    public static Map<String, String> settings() {
        KeyPair pair = newPair();
        return Map.of(
                "quarkus.oidc.public-key",
                encoded(pair.getPublic().getEncoded()),
                PRIVATE_KEY,
                encoded(pair.getPrivate().getEncoded()));
    }

    /** A good token of an organisation that is named after its kind. */
    public static String of(OrganisationKind kind, Role... roles) {
        return signed(claims(kind, roles));
    }

    /** A good token of the named organisation. */
    public static String of(String organisation, OrganisationKind kind, Role... roles) {
        return signed(claims(kind, roles).claim("organisation", organisation));
    }

    /** Claims of a good token, to be spoilt by a test. */
    public static JwtClaimsBuilder claims(OrganisationKind kind, Role... roles) {
        return Jwt.issuer(ISSUER)
                .audience("mingjian-api")
                .subject("someone")
                .expiresAt(Instant.now().plusSeconds(300))
                .claim("preferred_username", "someone")
                .claim("organisation", "organisation-" + kind.name().toLowerCase())
                .claim("kind", kind.name())
                .claim(
                        "realm_access",
                        Map.of(
                                "roles",
                                List.copyOf(Arrays.stream(roles).map(Role::name).toList())));
    }

    public static String signed(JwtClaimsBuilder claims) {
        return claims.sign(privateKey());
    }

    /** Signed with a key that the gateway does not know. */
    public static String forged(JwtClaimsBuilder claims) {
        return claims.sign(newPair().getPrivate());
    }

    public static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static PrivateKey privateKey() {
        try {
            byte[] key =
                    Base64.getDecoder()
                            .decode(ConfigProvider.getConfig().getValue(PRIVATE_KEY, String.class));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (java.security.GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}

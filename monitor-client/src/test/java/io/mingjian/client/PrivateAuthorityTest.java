package io.mingjian.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose certificate no public authority has signed. */
class PrivateAuthorityTest {
    private static final String PASSWORD = "of-this-test";

    @TempDir Path folder;

    @Test
    void aPrivateAuthorityIsTrustedWhenItIsNamedAndOnlyThen() throws Exception {
        KeyStore keys = keys();
        Material material = new Material(folder, 3).with(1, 1, 100);
        Path ca = folder.resolve("ca.pem");
        Files.writeString(
                ca,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("gateway").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        try (FakeGateway gateway = new FakeGateway(tls(keys))) {
            assertThat(Runs.here(Runs.submit(gateway, material, "--patience", "1")).status())
                    .isEqualTo(Ending.INTERRUPTED.status());
            assertThat(gateway.tokenForms).as("no secret left the machine").isEmpty();
            Runs.Run run = Runs.here(Runs.submit(gateway, material, "--ca", ca.toString()));
            assertThat(run.status()).as(run.out()).isZero();
            assertThat(gateway.findings).hasSize(1);
        }
    }

    private KeyStore keys() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "gateway",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext tls(KeyStore keys) throws Exception {
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        return tls;
    }
}

package io.mingjian.stack;

import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The key with which this stack signs preservation bundles, made by the JDK's keytool when first
 * asked for. Beside it lies its certificate, for {@code ./mingjian verify --trust}.
 */
final class PreservationKey {
    private static final String PASSWORD = "MINGJIAN_KEYTOOL_PASSWORD";
    private static final String ALIAS = "preservation";
    private static final int PATIENCE_SECONDS = 60;

    private final Path store;
    private final Path certificate;
    private final String password;

    private PreservationKey(Path home, Secrets secrets) {
        store = home.resolve("preservation.p12");
        certificate = home.resolve("preservation.pem");
        password = secrets.password("preservation");
    }

    static PreservationKey in(Path home, Secrets secrets) {
        PreservationKey key = new PreservationKey(home, secrets);
        if (!Files.exists(key.certificate)) {
            key.make();
        }
        return key;
    }

    Path store() {
        return store;
    }

    String password() {
        return password;
    }

    /** The certificate comes last: where it is, the key is whole. */
    private void make() {
        try {
            Files.createDirectories(store.getParent());
            Files.deleteIfExists(store);
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-sigalg",
                    "SHA256withECDSA",
                    "-dname",
                    "CN=Mingjian local stack, OU=preservation",
                    "-ext",
                    "KeyUsage:critical=digitalSignature",
                    "-validity",
                    "3650");
            keytool("-exportcert", "-rfc", "-file", certificate.toString());
        } catch (IOException e) {
            throw new StackFailure("cannot make " + store + ": " + e.getMessage(), e);
        }
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", ALIAS, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass:env", PASSWORD));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StackFailure("keytool failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }
}

package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path home;

    @Test
    void aSecretStaysTheSameOverRestarts() {
        String first = Secrets.in(home).password("db.registry");

        assertThat(Secrets.in(home).password("db.registry")).isEqualTo(first).hasSize(20);
    }

    @Test
    void everyNameHasItsOwn() {
        Secrets secrets = Secrets.in(home);

        assertThat(secrets.password("a")).isNotEqualTo(secrets.password("b"));
        assertThat(secrets.key("a")).isNotEqualTo(secrets.key("b"));
    }

    @Test
    void aKeyHas32Bytes() {
        assertThat(Base64.getDecoder().decode(Secrets.in(home).key("cursor"))).hasSize(32);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        Secrets.in(home).password("a");

        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}

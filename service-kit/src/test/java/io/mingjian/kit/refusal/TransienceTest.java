package io.mingjian.kit.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TransienceTest {
    @Test
    void aLostOrRestartingDatabasePasses() {
        assertThat(Transience.isTransient(new ConnectException("refused"))).isTrue();
        assertThat(Transience.isTransient(new java.io.IOException("Broken pipe"))).isTrue();
        assertThat(Transience.isTransient(postgres("57P01"))).isTrue();
        assertThat(Transience.isTransient(new IllegalStateException("wrapped", postgres("08006"))))
                .isTrue();
    }

    @Test
    void aDeadlockPasses() {
        assertThat(Transience.isTransient(postgres("40P01"))).isTrue();
        assertThat(Transience.isTransient(mapped("40P01"))).isTrue();
    }

    @Test
    void aBrokenRuleStays() {
        assertThat(Transience.isTransient(postgres("23505"))).isFalse();
        assertThat(Transience.isTransient(mapped("23505"))).isFalse();
        assertThat(Transience.isTransient(new IllegalArgumentException("poison"))).isFalse();
        assertThat(
                        Transience.isTransient(
                                new java.io.UncheckedIOException(new java.io.IOException("full"))))
                .isFalse();
        assertThat(Transience.isTransient(null)).isFalse();
    }

    /** As the mapper passes on what the driver told: nothing but message and state is left. */
    private static IllegalStateException mapped(String state) {
        return new IllegalStateException(new SQLException("ERROR: failure", state));
    }

    private static PgException postgres(String state) {
        return new PgException("failure", "ERROR", state, null);
    }
}

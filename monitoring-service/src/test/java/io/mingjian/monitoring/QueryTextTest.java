package io.mingjian.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    /**
     * Counting five years on from such a day left what a day can be: an accident for whoever asked.
     */
    @ParameterizedTest
    @CsvSource({
        "+999999999-12-31, +999999999-12-31, from",
        "-999999999-01-01, 2026-04-15, from",
        "1899-12-31, 1900-01-01, from",
        "2099-12-31, 2100-01-01, to"
    })
    void aDayThatCannotBeMeantIsTold(String from, String to, String wrong) {
        assertThatThrownBy(() -> QueryText.days(from, to))
                .asInstanceOf(InstanceOfAssertFactories.type(Malformed.class))
                .extracting(Malformed::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/" + wrong, "out-of-range"));
    }

    @Test
    void aTimeThatCannotBeMeantIsToldToo() {
        assertThatThrownBy(() -> QueryText.time("updatedSince", "+999999999-12-31T23:59:59+08:00"))
                .isInstanceOf(Malformed.class);
        assertThat(QueryText.time("updatedSince", "1970-01-01T00:00:00 00:00")).isNotNull();
        assertThat(QueryText.days("1900-01-01", "1905-01-01").to().getYear()).isEqualTo(1905);
    }
}

package io.mingjian.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void everyTypeNamesItsAggregateAPastFactAndAVersion() {
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(type.code()).matches("[a-z]+\\.[a-z-]+\\.v\\d+"));
    }

    @Test
    void noTwoTypesShareAName() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::code)).doesNotHaveDuplicates();
    }
}

package io.mingjian.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.refusal.PreconditionMissing;
import io.mingjian.kit.refusal.Stale;
import org.junit.jupiter.api.Test;

class EtagsTest {
    @Test
    void theTagThatWasReadOpensTheDoor() {
        assertThatCode(() -> Etags.check(Etags.of(7), 7)).doesNotThrowAnyException();
        assertThat(Etags.require("W/\"7\"")).isEqualTo(7);
    }

    @Test
    void anOlderOrForeignTagIsStale() {
        assertThatThrownBy(() -> Etags.check("\"6\"", 7)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> Etags.check("\"abc\"", 7)).isInstanceOf(Stale.class);
    }

    @Test
    void withoutATagThereIsNoChange() {
        assertThatThrownBy(() -> Etags.check(null, 7)).isInstanceOf(PreconditionMissing.class);
        assertThatThrownBy(() -> Etags.check(" ", 7)).isInstanceOf(PreconditionMissing.class);
    }
}

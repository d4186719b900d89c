package io.mingjian.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Malformed;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final Map<String, String> KEYS = Map.of("dueOn", "2026-04-24", "id", "019a");

    private final Cursors cursors =
            new Cursors(new ObjectMapper(), Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void whoGotACursorGoesOnWithIt() {
        String cursor = cursors.sign(of("samr-huangpu"), "state=ROUTED", KEYS);
        assertThat(cursors.read(of("samr-huangpu"), "state=ROUTED", cursor)).isEqualTo(KEYS);
    }

    @Test
    void anotherOrganisationCannotUseIt() {
        String cursor = cursors.sign(of("samr-huangpu"), "state=ROUTED", KEYS);
        assertThatThrownBy(() -> cursors.read(of("samr-pudong"), "state=ROUTED", cursor))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void itDoesNotFitAnotherFilter() {
        String cursor = cursors.sign(of("samr-huangpu"), "state=ROUTED", KEYS);
        assertThatThrownBy(() -> cursors.read(of("samr-huangpu"), "", cursor))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aChangedOneIsRefused() {
        String cursor = cursors.sign(of("samr-huangpu"), "", KEYS);
        String other =
                cursors.sign(of("samr-huangpu"), "", Map.of("dueOn", "1970-01-01", "id", "0"));
        String mixed =
                other.substring(0, other.indexOf('.')) + cursor.substring(cursor.indexOf('.'));
        assertThatThrownBy(() -> cursors.read(of("samr-huangpu"), "", mixed))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "###.###", "e30", "e30.AAAA"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> cursors.read(of("samr-huangpu"), "", text))
                .isInstanceOf(Malformed.class);
    }

    private static Caller of(String organisation) {
        return new Caller(
                "s", "n", organisation, OrganisationKind.DISTRICT_BUREAU, "310101", null, Set.of());
    }
}

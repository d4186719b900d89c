package io.mingjian.gateway.door;

import static io.mingjian.gateway.upstream.Service.DETECTION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.7:8082/v1/evidence/1,        /api/detection/v1/evidence/1",
        "https://door.example/api/detection/v1/evidence/1?a=b, /api/detection/v1/evidence/1?a=b",
        "/v1/evidence/1,                            /api/detection/v1/evidence/1",
        "/api/detection/v1/evidence/1,              /api/detection/v1/evidence/1"
    })
    void aLocationBecomesAPathOutside(String inside, String outside) {
        assertThat(ResponseHeaders.outside(inside, DETECTION)).hasValue(outside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "evidence/1",
                "/q/health",
                "http://[broken",
                "",
                "/api/registry/v1/x"
            })
    void aLocationThatPointsElsewhereIsDropped(String inside) {
        assertThat(ResponseHeaders.outside(inside, DETECTION)).isEmpty();
    }
}

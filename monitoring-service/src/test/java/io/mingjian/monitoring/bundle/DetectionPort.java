package io.mingjian.monitoring.bundle;

import io.mingjian.kit.testing.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Says where detection will be; the test itself opens a {@link FakeDetection} there. */
public final class DetectionPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("mingjian.detection.url", "http://127.0.0.1:" + Ports.free());
    }

    @Override
    public void stop() {}
}

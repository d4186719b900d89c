package io.mingjian.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void aTakenPortIsNamedWithItsHolder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortCheck.requireFree(Map.of("gateway", taken.getLocalPort())))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (gateway) is taken")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("MINGJIAN_PORT_BASE")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aPortTakenOnAllAddressesIsTakenToo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(PortCheck.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void aFreePortPasses() throws IOException {
        int port;
        try (ServerSocket passing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = passing.getLocalPort();
        }
        assertThatCode(() -> PortCheck.requireFree(Map.of("gateway", port)))
                .doesNotThrowAnyException();
    }
}

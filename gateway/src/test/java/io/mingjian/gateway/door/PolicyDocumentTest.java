package io.mingjian.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {
    private static final Path PAGE =
            Path.of(System.getProperty("mingjian.root"), "docs", "policy.md");

    @Test
    void thePrintedPolicyIsTheOneInForce() throws IOException {
        if (Boolean.getBoolean("mingjian.update-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, PolicyDocument.text());
        }
        assertThat(PAGE)
                .as(
                        "docs/policy.md is stale: run the gateway's tests with -Dmingjian.update-docs=true")
                .hasContent(PolicyDocument.text());
    }
}

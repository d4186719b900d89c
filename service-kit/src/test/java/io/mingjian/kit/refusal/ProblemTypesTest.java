package io.mingjian.kit.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("mingjian.root", "..")).resolve("docs/problems.md");

    @Test
    void theDocumentListsEveryType() throws IOException {
        StringBuilder text =
                new StringBuilder(
                        """
                # Problem types

                Errors are RFC 9457 documents (`application/problem+json`): `type`, `title`, `status`, `detail`, and where fields are at fault
                `errors[]` of `{pointer, code, detail}`; `traceId` when the request is traced. Texts are zh-CN, English with
                `Accept-Language: en`. Generated from `ProblemType`; the gateway's own types stand in `docs/policy.md`.

                | type | status | 标题 | title |
                |---|---|---|---|
                """);
        for (ProblemType type : ProblemType.values()) {
            text.append(
                    "| `%s` | %d | %s | %s |%n"
                            .formatted(
                                    type.urn(),
                                    type.status(),
                                    type.title(false),
                                    type.title(true)));
        }
        if (Boolean.getBoolean("mingjian.update-docs")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).as("run with -Dmingjian.update-docs=true").hasContent(text.toString());
    }

    @Test
    void everyTypeIsAnErrorWithItsOwnName() {
        assertThat(ProblemType.values())
                .allSatisfy(type -> assertThat(type.status()).isBetween(400, 599));
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::urn))
                .doesNotHaveDuplicates();
    }
}

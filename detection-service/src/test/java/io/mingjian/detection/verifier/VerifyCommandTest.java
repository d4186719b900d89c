package io.mingjian.detection.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.bundle.BundleSample;
import io.mingjian.detection.bundle.Certificates;
import io.mingjian.detection.bundle.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final TestKeys KEYS = TestKeys.onP256();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;
    private String bundle;
    private String trust;

    @BeforeEach
    void files() throws IOException {
        bundle =
                new BundleSample(KEYS.signer())
                        .with("picture")
                        .write(folder.resolve("bundle.zip"))
                        .toString();
        trust =
                Files.write(folder.resolve("root.pem"), Certificates.write(List.of(KEYS.root())))
                        .toString();
    }

    @Test
    void theReportIsInChineseAndTellsWhatItDoesNotProve() {
        assertThat(run("--trust", trust, bundle)).isEqualTo(VerifyCommand.INTACT);
        assertThat(said())
                .contains("结论：核验通过")
                .contains("CN=preservation，算法 ECDSA-P256-SHA256，在信任名单内")
                .contains("时间戳：无（未配置时间戳服务），时间证明为公布的链头")
                .contains("保管记录 3 条，其中 1 条只载封印")
                .contains("2026-11-29 12:00:00 （北京时间）")
                .contains("不能证明：");
    }

    @Test
    void theSameBundleGivesTheSameWordsAgain() {
        run("--json", "--trust", trust, bundle);
        String first = said();
        out.reset();
        run("--json", "--trust", trust, bundle);
        assertThat(said()).isEqualTo(first);
    }

    @Test
    void machinesReadTheVerdictAndEachFlaw() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(bundle));
        bytes[95] ^= 1;
        Files.write(Path.of(bundle), bytes);
        assertThat(run("--json", "--trust", trust, bundle)).isEqualTo(VerifyCommand.NOT_INTACT);
        JsonNode report = new ObjectMapper().readTree(said());
        assertThat(report.path("format").asText()).isEqualTo("mingjian-verification/1");
        assertThat(report.path("verdict").asText()).isEqualTo("NOT_INTACT");
        assertThat(report.at("/flaws/0/entry").asText()).endsWith("original.jpeg");
        assertThat(report.at("/flaws/0/kind").asText()).isEqualTo("CONTENT");
        assertThat(report.at("/flaws/0/what").asText()).isNotEmpty();
        assertThat(report.path("doesNotProve").asText()).isNotEmpty();
    }

    @Test
    void withoutTrustTheExitStatusIsNotThatOfSuccess() {
        assertThat(run(bundle)).isEqualTo(VerifyCommand.UNVOUCHED);
        assertThat(said()).contains("签名人的身份须另行核对");
    }

    @Test
    void whoVouchesForTheTimeDoesNotVouchForTheSigner() {
        assertThat(run("--trust-tsa", trust, bundle)).isEqualTo(VerifyCommand.UNVOUCHED);
        assertThat(said()).contains("未经信任证书确认").doesNotContain("在信任名单内");
    }

    @Test
    void headsThatAreNotAmongThoseGivenHaveAnExitStatusOfTheirOwn() throws IOException {
        assertThat(run("--json", "--trust", trust, bundle)).isEqualTo(VerifyCommand.INTACT);
        JsonNode heads = new ObjectMapper().readTree(said()).path("heads");
        assertThat(heads).hasSize(2);
        assertThat(heads.at("/0/publication").asText()).isEqualTo("NOT_COMPARED");
        String first = saved("first.json", heads.get(0));
        String second = saved("second.json", heads.get(1));
        out.reset();
        assertThat(run("--trust", trust, "--heads", second, bundle))
                .isEqualTo(VerifyCommand.UNPUBLISHED);
        assertThat(said())
                .contains("有链头不在所给的公布链头之中")
                .contains("链头：第 1 号，2026-11-29 11:59:51 （北京时间），不在所给的公布链头之中")
                .contains("链头：第 2 号，2026-11-29 11:59:52 （北京时间），与公布的一致");
        assertThat(run("--trust", trust, "--heads", second, "--heads", first, bundle))
                .isEqualTo(VerifyCommand.INTACT);
        assertThat(run("--heads", trust, bundle)).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
    }

    @Test
    void withoutHeadsNothingIsCalledPublished() {
        run("--trust", trust, bundle);
        assertThat(said())
                .contains("最早的链头 2026-11-29 11:59:51 （北京时间），未与公布的链头核对")
                .doesNotContain("公布于");
    }

    @Test
    void aFileThatMakesTheCheckFailIsReportedAsNotIntact() throws IOException {
        VerifyCommand command =
                new VerifyCommand(
                        stream(out),
                        stream(err),
                        (file, trusted, published) -> {
                            throw new IndexOutOfBoundsException(-1);
                        });
        assertThat(command.run("--json", bundle)).isEqualTo(VerifyCommand.NOT_INTACT);
        JsonNode report = new ObjectMapper().readTree(said());
        assertThat(report.path("verdict").asText()).isEqualTo("NOT_INTACT");
        assertThat(report.at("/flaws/0/what").asText()).contains("核验中途出错");
        out.reset();
        assertThat(command.run(bundle)).isEqualTo(VerifyCommand.NOT_INTACT);
        assertThat(said()).contains("结论：核验不通过").contains("核验中途出错");
        assertThat(err.size()).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run()).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run("--what", bundle)).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run(bundle, bundle)).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run("--trust")).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run("--trust-tsa")).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run("--trust", bundle, bundle)).isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(run(folder.resolve("none.zip").toString()))
                .isEqualTo(VerifyCommand.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: mingjian verify");
        assertThat(run("--help")).isEqualTo(VerifyCommand.INTACT);
    }

    private String saved(String name, JsonNode head) throws IOException {
        return Files.writeString(folder.resolve(name), "{\"items\":[" + head + "]}").toString();
    }

    private int run(String... arguments) {
        return new VerifyCommand(stream(out), stream(err)).run(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}

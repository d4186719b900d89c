package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Merchant;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.stack.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A small merchant takes evidence away, and anybody checks it with nothing but one jar. */
@ExtendWith(RunningStack.class)
class PreservationWalkTest {
    @TempDir Path folder;

    /** What the runnable jar says, and its exit status. */
    private record Checked(int status, JsonNode report) {}

    @Test
    void aMerchantsBundleIsIntactUntilOneByteIsChanged(Actors actors, Addresses addresses)
            throws Exception {
        Merchant merchant = actors.merchant();
        Answer evidence = merchant.uploads(Pictures.small(System.nanoTime()));
        String id = evidence.textAt("/id");
        merchant.awaitsAnalysis(id, any -> true);
        Answer answer = merchant.takesAway(List.of(id), "向平台申诉").require(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        Path bundle = Files.write(folder.resolve("bundle.zip"), answer.bytes());
        Path trust = addresses.preservationCertificate();

        List<String> options = new ArrayList<>(publishedHeads(merchant));
        options.addAll(List.of("--trust", trust.toString(), bundle.toString()));
        Checked whole = check(options.toArray(String[]::new));
        assertThat(whole.status()).as(whole.report().toPrettyString()).isZero();
        assertThat(whole.report().path("verdict").asText()).isEqualTo("INTACT");
        assertThat(whole.report().at("/pieces/0/original/sha256").asText())
                .isEqualTo(evidence.textAt("/sha256"));
        assertThat(whole.report().at("/head/hash").asText()).hasSize(64);
        assertThat(whole.report().at("/head/publication").asText()).isEqualTo("PUBLISHED");
        assertThat(check("--trust-tsa", trust.toString(), bundle.toString()).status()).isEqualTo(3);
        assertThat(check(bundle.toString()).status()).isEqualTo(3);

        byte[] changed = answer.bytes().clone();
        changed[changed.length / 3] ^= 1;
        Files.write(bundle, changed);
        Checked touched = check("--trust", trust.toString(), bundle.toString());
        assertThat(touched.status()).isEqualTo(1);
        assertThat(touched.report().path("flaws")).isNotEmpty();
    }

    @Test
    void nobodyElseGetsIt(Actors actors) {
        Answer evidence = actors.merchant().uploads(Pictures.small(System.nanoTime()));
        List<String> ids = List.of(evidence.textAt("/id"));
        assertThat(actors.police().takesAway(ids, "x").status()).isEqualTo(404);
        assertThat(actors.yougou().takesAway(ids, "x").status()).isEqualTo(404);
        assertThat(actors.pudongReviewer().takesAway(ids, "x").status()).isEqualTo(404);
        assertThat(actors.huiyan().takesAway(ids, "x").status()).isEqualTo(403);
    }

    /** All of them, page by page, as options of the verifier. */
    private List<String> publishedHeads(Merchant merchant) throws IOException {
        List<String> options = new ArrayList<>();
        String more = "";
        do {
            Answer page = merchant.door().get("/api/detection/v1/audit-heads?limit=200" + more);
            Path file = folder.resolve("heads-" + options.size() + ".json");
            options.addAll(List.of("--heads", Files.write(file, page.bytes()).toString()));
            String cursor = page.textAt("/nextCursor");
            more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!more.isEmpty());
        return options;
    }

    /** In a folder of its own, without a class path: the jar needs nothing beside it. */
    private Checked check(String... arguments) throws IOException, InterruptedException {
        Path jar =
                Files.copy(
                        RunningStack.root()
                                .resolve("detection-service/target/mingjian-verifier.jar"),
                        folder.resolve("verifier.jar"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString(), "--json"));
        command.addAll(List.of(arguments));
        Path report = folder.resolve("report.json");
        int status =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(report.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        return new Checked(status, new ObjectMapper().readTree(Files.readAllBytes(report)));
    }
}

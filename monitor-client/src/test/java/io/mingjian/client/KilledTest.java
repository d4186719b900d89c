package io.mingjian.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.mingjian.client.FakeGateway.Meddling;
import io.mingjian.client.FakeGateway.Reaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client dies at any line, again and again, and in the end everything is there once. */
class KilledTest {
    private static final int FINDINGS = 240;
    private static final int KILLS = 14;

    @TempDir Path folder;

    @Test
    void whateverKillsItEachFileAndFindingArrivesExactlyOnce() throws Exception {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("seed of the kills: -Dmingjian.seed=" + seed);
        Random random = new Random(seed);
        Material material = new Material(folder, seed).with(FINDINGS, 2, 600);
        try (FakeGateway gateway = new FakeGateway()) {
            for (int kill = 0; kill < KILLS; kill++) {
                runAndKill(gateway, material, random);
            }
            gateway.meddling = new Meddling() {};
            File out = folder.resolve("last.json").toFile();
            Process last = Runs.apart(Runs.submit(gateway, material), out);
            assertThat(last.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue()).as(Files.readString(out.toPath())).isZero();

            assertThat(gateway.findings).hasSize(FINDINGS);
            assertThat(gateway.evidence).hasSize(2 * FINDINGS);
            assertThat(new HashSet<>(gateway.evidence.values())).hasSize(2 * FINDINGS);
            assertThat(gateway.effects).doesNotHaveDuplicates().hasSize(3 * FINDINGS);
            assertThat(gateway.repeatedUploads)
                    .as("only what was under way at a kill goes up again")
                    .isLessThanOrEqualTo(4 * KILLS);
            assertThat(gateway.repeatedFindings).isLessThanOrEqualTo(100 * KILLS);

            int before = gateway.requests();
            assertThat(Runs.here(Runs.submit(gateway, material)).status()).isZero();
            assertThat(gateway.requests() - before)
                    .as("a finished submission asks for the instruction and sends nothing")
                    .isEqualTo(1);
        }
    }

    /** Dies at one of its next requests (before the effect, after it), or by the clock. */
    private void runAndKill(FakeGateway gateway, Material material, Random random)
            throws IOException, InterruptedException {
        int fatal = gateway.requests() + 1 + random.nextInt(60);
        boolean before = random.nextBoolean();
        boolean byClock = random.nextInt(5) == 0;
        AtomicReference<Process> victim = new AtomicReference<>();
        gateway.meddling =
                new Meddling() {
                    @Override
                    public Reaction before(int number, HttpExchange exchange) {
                        return number >= fatal && before ? kill() : Reaction.NONE;
                    }

                    @Override
                    public Reaction after(int number, HttpExchange exchange) {
                        return number >= fatal && !before ? kill() : Reaction.NONE;
                    }

                    private Reaction kill() {
                        Process process = victim.get();
                        if (process != null) {
                            process.destroyForcibly();
                        }
                        return Reaction.NONE;
                    }
                };
        Process process =
                Runs.apart(Runs.submit(gateway, material), folder.resolve("killed.json").toFile());
        victim.set(process);
        if (byClock && !process.waitFor(400 + random.nextInt(900), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    }
}

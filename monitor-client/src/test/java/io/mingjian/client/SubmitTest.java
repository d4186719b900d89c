package io.mingjian.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.mingjian.client.FakeGateway.Meddling;
import io.mingjian.client.FakeGateway.Reaction;
import io.mingjian.client.Runs.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One agency, one instruction, a gateway that misbehaves in many ways. */
class SubmitTest {
    @TempDir Path folder;
    private FakeGateway gateway;
    private Material material;

    @BeforeEach
    void aGatewayAndSomeMaterial() throws Exception {
        gateway = new FakeGateway();
        material = new Material(folder, 7);
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Test
    void findingsGoOutWithTheIdsOfTheirFilesAndNothingElseChanged() throws Exception {
        material.with(3, 2, 500);
        Run run = Runs.here(Runs.submit(gateway, material));
        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.json().at("/findings/accepted").asInt()).isEqualTo(3);
        assertThat(run.json().at("/attachments/storedNow").asInt()).isEqualTo(6);
        ObjectNode taken = gateway.findings.get("F-00001");
        assertThat(taken.path("contentSummary").asText()).isEqualTo("出售教程，第 F-00001 条");
        assertThat(taken.at("/evidence/0").has("file")).isFalse();
        assertThat(gateway.evidence.get(taken.at("/evidence/1/evidenceId").asText()))
                .isEqualTo(taken.at("/evidence/1/sha256").asText());
    }

    @Test
    void aRecordingIsNamedByItsIdBesideItsEvidence() throws Exception {
        material.with(1, 1, 100);
        evidence(1).set("recording", material.fixation("film.mp4", new byte[] {1, 2, 3}));
        Run run = Runs.here(Runs.submit(gateway, material));
        assertThat(run.status()).as(run.out()).isZero();
        JsonNode taken = gateway.findings.get("F-00001").at("/evidence/0");
        assertThat(taken.has("recording")).isFalse();
        assertThat(gateway.evidence)
                .hasSize(2)
                .containsKeys(
                        taken.path("recordingEvidenceId").asText(),
                        taken.path("evidenceId").asText());
    }

    @Test
    void aFileThatTwoFindingsNameGoesUpOnce() throws Exception {
        material.with(2, 0, 0);
        ObjectNode shared = material.fixation("shared.png", new byte[] {1, 2, 3});
        material.findings.forEach(finding -> finding.withArray("evidence").add(shared));
        assertThat(Runs.here(Runs.submit(gateway, material)).status()).isZero();
        assertThat(gateway.evidence).hasSize(1);
        assertThat(gateway.findings).hasSize(2);
    }

    @Test
    void halfABatchIsRefusedAndTheOtherHalfIsTaken() throws Exception {
        material.with(100, 1, 100);
        gateway.refused = finding -> finding.path("findingNo").asText().charAt(6) % 2 == 0;
        Run run = Runs.here(Runs.submit(gateway, material));
        assertThat(run.status()).isEqualTo(Ending.PARTLY_REFUSED.status());
        assertThat(gateway.findings).hasSize(50);
        JsonNode refused = run.json().path("refused");
        assertThat(refused).hasSize(50);
        assertThat(refused.at("/0/findingNo").asText()).isEqualTo("F-00002");
        assertThat(refused.at("/0/errors/0/pointer").asText()).isEqualTo("/uscc");

        int before = gateway.batches;
        Run again = Runs.here(Runs.submit(gateway, material));
        assertThat(again.json().path("refused")).hasSize(50);
        assertThat(gateway.batches).as("unchanged, so not sent again").isEqualTo(before);
    }

    @Test
    void aCorrectedFindingIsSentByTheSameCommand() throws Exception {
        material.with(2, 1, 100);
        gateway.refused =
                finding ->
                        finding.path("findingNo").asText().equals("F-00002")
                                && !finding.has("uscc");
        assertThat(Runs.here(Runs.submit(gateway, material)).status()).isEqualTo(1);
        material.findings.get(1).put("uscc", "91310000132260250X");
        Run corrected = Runs.here(Runs.submit(gateway, material));
        assertThat(corrected.status()).as(corrected.out()).isZero();
        assertThat(gateway.findings).hasSize(2);
        assertThat(gateway.evidence).as("its file was there already").hasSize(2);
    }

    @Test
    void whatWasRefusedIsSentAgainWhenAsked() throws Exception {
        material.with(1, 0, 0);
        gateway.refused = finding -> true;
        assertThat(Runs.here(Runs.submit(gateway, material)).status()).isEqualTo(1);
        gateway.refused = finding -> false;
        assertThat(Runs.here(Runs.submit(gateway, material, "--retry-refused")).status()).isZero();
    }

    @Test
    void oneFileThatThePlatformWillNotHaveCostsOneFinding() throws Exception {
        material.with(3, 1, 100);
        ObjectNode bad =
                material.fixation("bad.txt", "no picture".getBytes(StandardCharsets.UTF_8));
        material.findings.get(1).withArray("evidence").add(bad);
        Run run = Runs.here(Runs.submit(gateway, material));
        assertThat(run.status()).isEqualTo(1);
        assertThat(gateway.findings).containsOnlyKeys("F-00001", "F-00003");
        assertThat(run.json().at("/refused/0/errors/0/code").asText())
                .isEqualTo("evidence-refused");
        assertThat(run.json().at("/refused/0/errors/0/pointer").asText())
                .isEqualTo("/evidence/1/file");
    }

    @Nested
    class BeforeAnythingIsSent {
        @Test
        void wrongMissingAndEscapingFilesAreAllListed() throws Exception {
            material.with(6, 1, 100);
            Files.write(material.file(1, 0), new byte[] {9}, StandardOpenOption.APPEND);
            Files.delete(material.file(2, 0));
            Path outside = Files.writeString(folder.resolve("outside.png"), "x");
            evidence(3).put("file", "../" + outside.getFileName());
            evidence(4).put("sm3", "0".repeat(64));
            evidence(5).remove("sha256");
            Files.write(material.file(6, 0), new byte[0]);
            Run run = Runs.here(Runs.submit(gateway, material));
            assertThat(run.status()).isEqualTo(Ending.BAD_INPUT.status());
            assertThat(codes(run))
                    .containsExactly(
                            "1 sha256-differs",
                            "1 sm3-differs",
                            "2 file-missing",
                            "3 file-missing",
                            "4 sm3-differs",
                            "5 hash-missing",
                            "6 file-size");
            assertThat(gateway.requests()).isZero();
        }

        @Test
        void linesThatAreNoFindingsAreListed() throws Exception {
            material.with(1, 0, 0);
            Path file = material.write();
            Files.writeString(
                    file,
                    "\n{\"findingNo\": \n[1]\n{\"findingNo\":\"F-00001\"}\n{\"findingNo\":\"有空格\"}\n"
                            + "{\"findingNo\":\"A\",\"findingNo\":\"B\"}\n",
                    StandardOpenOption.APPEND);
            Run run = Runs.here(Runs.submit(gateway, material, file));
            assertThat(codes(run))
                    .containsExactly(
                            "3 unreadable",
                            "4 unreadable",
                            "5 finding-no-twice",
                            "6 finding-no",
                            "7 unreadable");
            assertThat(gateway.requests()).isZero();
        }

        @Test
        void checkingAloneNeedsNeitherCredentialsNorNetworkNorState() throws Exception {
            material.with(2, 1, 100);
            gateway.close();
            Run run = Runs.here(Map.of(), Runs.submit(gateway, material, "--check-only"));
            assertThat(run.status()).as(run.out()).isZero();
            assertThat(material.state()).doesNotExist();
        }

        @Test
        void aForeignInstructionEndsBeforeTheFirstFile() throws Exception {
            material.with(2, 1, 100);
            gateway.known = "another";
            Run run = Runs.here(Runs.submit(gateway, material));
            assertThat(run.status()).isEqualTo(Ending.NOT_ALLOWED.status());
            assertThat(run.json().path("message").asText()).contains("没有该监测指令");
            assertThat(gateway.evidence).isEmpty();
        }

        private List<String> codes(Run run) {
            return java.util.stream.StreamSupport.stream(
                            run.json().path("problems").spliterator(), false)
                    .map(
                            problem ->
                                    problem.path("place").asInt()
                                            + " "
                                            + problem.path("code").asText())
                    .toList();
        }
    }

    private ObjectNode evidence(int finding) {
        return (ObjectNode) material.findings.get(finding - 1).at("/evidence/0");
    }

    @Test
    void aFileChangedAfterTheCheckNeverArrivesWhole() throws Exception {
        material.with(5, 1, 200_000);
        gateway.meddling =
                new Meddling() {
                    @Override
                    public Reaction before(int number, HttpExchange exchange) {
                        if (exchange.getRequestURI().getPath().equals(FakeGateway.EVIDENCE)) {
                            change(material.file(4, 0));
                        }
                        return Reaction.NONE;
                    }
                };
        Run run = Runs.here(Runs.submit(gateway, material, "--parallel", "1"));
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(gateway.findings).containsOnlyKeys("F-00001", "F-00002", "F-00003", "F-00005");
        assertThat(gateway.evidence).hasSize(4);
        assertThat(run.json().at("/problems/0/code").asText()).isEqualTo("file-changed");
        assertThat(run.json().at("/findings/notSent").asInt()).isEqualTo(1);
        assertThat(Runs.here(Runs.submit(gateway, material)).status())
                .as("the check finds it now")
                .isEqualTo(Ending.BAD_INPUT.status());
    }

    private static void change(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] = (byte) ~bytes[0];
            bytes[0] ^= 1;
            Files.write(file, bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Nested
    class WhenThePlatformIsBusyOrAway {
        @Test
        void itWaitsAsLongAsItIsTold() throws Exception {
            material.with(2, 1, 100);
            AtomicInteger told = new AtomicInteger();
            gateway.meddling =
                    new Meddling() {
                        @Override
                        public Reaction before(int number, HttpExchange exchange) {
                            return exchange.getRequestURI().getPath().equals(FakeGateway.BATCHES)
                                            && told.getAndIncrement() < 2
                                    ? Reaction.says(told.get() == 1 ? 429 : 503, "1")
                                    : Reaction.NONE;
                        }
                    };
            long begun = System.nanoTime();
            assertThat(Runs.here(Runs.submit(gateway, material)).status()).isZero();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .isGreaterThanOrEqualTo(2000);
            assertThat(gateway.findings).hasSize(2);
        }

        @Test
        void answersThatGotLostAreAskedForAgainUnderTheSameKey() throws Exception {
            material.with(10, 1, 100);
            AtomicInteger lost = new AtomicInteger();
            gateway.meddling =
                    new Meddling() {
                        @Override
                        public Reaction after(int number, HttpExchange exchange) {
                            return number > 1 && number % 2 == 0 && lost.getAndIncrement() < 6
                                    ? Reaction.CUT
                                    : Reaction.NONE;
                        }
                    };
            assertThat(Runs.here(Runs.submit(gateway, material)).status()).isZero();
            assertThat(lost.get()).isGreaterThan(3);
            assertThat(gateway.effects).doesNotHaveDuplicates().hasSize(20);
        }

        @Test
        void itGivesUpInTheEndAndGoesOnByTheSameCommand() throws Exception {
            material.with(120, 1, 100);
            gateway.meddling =
                    new Meddling() {
                        @Override
                        public Reaction before(int number, HttpExchange exchange) {
                            return gateway.findings.isEmpty() ? Reaction.NONE : Reaction.CUT;
                        }
                    };
            Run run = Runs.here(Runs.submit(gateway, material, "--patience", "1"));
            assertThat(run.status()).isEqualTo(Ending.INTERRUPTED.status());
            assertThat(run.json().path("resumable").asBoolean()).isTrue();
            assertThat(run.json().at("/findings/accepted").asInt()).isEqualTo(100);
            gateway.meddling = new Meddling() {};
            Run again = Runs.here(Runs.submit(gateway, material));
            assertThat(again.status()).isZero();
            assertThat(again.json().at("/findings/takenNow").asInt()).isEqualTo(20);
            assertThat(gateway.effects).doesNotHaveDuplicates().hasSize(240);
        }
    }

    @Nested
    class Tokens {
        @Test
        void areRenewedWhenTheyAreNotTakenAnyMore() throws Exception {
            material.with(10, 1, 100);
            gateway.tokenUses = 3;
            assertThat(Runs.here(Runs.submit(gateway, material, "--parallel", "1")).status())
                    .isZero();
            assertThat(gateway.tokenForms).hasSizeGreaterThan(3);
            assertThat(gateway.findings).hasSize(10);
        }

        @Test
        void thatNeverWorkEndTheRun() throws Exception {
            material.with(1, 0, 0);
            gateway.tokenUses = 0;
            assertThat(Runs.here(Runs.submit(gateway, material)).status())
                    .isEqualTo(Ending.NOT_ALLOWED.status());
        }

        @Test
        void areNotGivenForAWrongSecretWhichIsNowherePrinted() throws Exception {
            material.with(1, 0, 0);
            Map<String, String> wrong =
                    Map.of(
                            "MINGJIAN_CLIENT_ID",
                            FakeGateway.CLIENT,
                            "MINGJIAN_CLIENT_SECRET",
                            "a-wrong-secret");
            Run run = Runs.here(wrong, Runs.submit(gateway, material));
            assertThat(run.status()).isEqualTo(Ending.NOT_ALLOWED.status());
            assertThat(run.json().path("message").asText()).contains("unauthorized_client");
            assertThat(run.out() + run.err()).doesNotContain("a-wrong-secret");
            assertThat(Files.readString(material.state().resolve("journal.log")))
                    .doesNotContain("a-wrong-secret");
        }

        @Test
        void areAskedForWithASignedAssertionWhereThereIsAKey() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            Path key = folder.resolve("key.pem");
            Files.writeString(
                    key,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Path file =
                    Files.writeString(
                            folder.resolve("credentials"),
                            "clientId=" + FakeGateway.CLIENT + "\nprivateKeyFile=key.pem\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            material.with(1, 0, 0);
            List<String> command = Runs.submit(gateway, material, "--credentials", file.toString());
            assertThat(Runs.here(Map.of(), command).status())
                    .as("others may read it")
                    .isEqualTo(Ending.USAGE.status());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Run run = Runs.here(Map.of(), command);
            assertThat(run.status()).as(run.out()).isZero();

            Map<String, String> form = gateway.tokenForms.get(0);
            assertThat(form).doesNotContainKey("client_secret");
            String[] parts = form.get("client_assertion").split("\\.");
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(pair.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
            assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .contains("\"aud\":\"" + gateway.issuer() + "/token\"");
        }
    }

    @Test
    void twoRunsOnTheSameStateDoNotMeet() throws Exception {
        material.with(1, 0, 0);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        gateway.meddling =
                new Meddling() {
                    @Override
                    public Reaction before(int number, HttpExchange exchange) {
                        inside.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return Reaction.NONE;
                    }
                };
        List<String> command = Runs.submit(gateway, material);
        AtomicReference<Run> first = new AtomicReference<>();
        Thread running = new Thread(() -> first.set(Runs.here(command)));
        running.start();
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Runs.here(command).status()).isEqualTo(Ending.BUSY.status());
        Process other = Runs.apart(command, folder.resolve("other.json").toFile());
        assertThat(other.waitFor()).isEqualTo(Ending.BUSY.status());
        goOn.countDown();
        running.join();
        assertThat(first.get().status()).isZero();
        assertThat(gateway.findings).hasSize(1);
    }

    @Test
    void aStateFolderServesOneInstruction() throws Exception {
        material.with(1, 0, 0);
        assertThat(Runs.here(Runs.submit(gateway, material)).status()).isZero();
        List<String> command = Runs.submit(gateway, material);
        command.set(
                command.indexOf(FakeGateway.INSTRUCTION), "0193b0c0-0000-7000-8000-00000000a002");
        Run run = Runs.here(command);
        assertThat(run.status()).isEqualTo(Ending.USAGE.status());
    }

    @Test
    void secretsGoOverNoOpenLine() throws Exception {
        material.with(1, 0, 0);
        List<String> command = Runs.submit(gateway, material);
        command.set(command.indexOf(gateway.address()), "http://gateway.example");
        assertThat(Runs.here(command).status()).isEqualTo(Ending.USAGE.status());
    }

    @Test
    void whatIsNotUnderstoodIsAMatterOfUsage() {
        assertThat(Runs.here(List.of("submit", "--nonsense")).status()).isEqualTo(5);
        assertThat(Runs.here(List.of("status", "--state", "/nowhere")).status()).isEqualTo(5);
        assertThat(Runs.here(List.of()).out()).contains("submit", "status", "template");
    }

    @Test
    void statusTellsWhatTheJournalKnows() throws Exception {
        material.with(3, 1, 100);
        gateway.refused = finding -> finding.path("findingNo").asText().equals("F-00003");
        Runs.here(Runs.submit(gateway, material));
        Run run = Runs.here(List.of("status", "--json", "--state", material.state().toString()));
        assertThat(run.status()).isZero();
        assertThat(run.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(run.json().at("/refused/0/findingNo").asText()).isEqualTo("F-00003");
        assertThat(Runs.here(List.of("status", "--state", material.state().toString())).out())
                .contains("收下 2 条", "统一社会信用代码校验位不正确");
    }

    @Test
    void tenThousandFindingsFitIntoLittleMemory() throws Exception {
        material.with(10_000, 2, 60);
        Process process =
                Runs.apart(
                        Runs.submit(gateway, material, "--parallel", "8"),
                        folder.resolve("many.json").toFile());
        assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("many.json.err")))
                .isZero();
        assertThat(gateway.findings).hasSize(10_000);
        assertThat(gateway.evidence).hasSize(20_000);
        assertThat(gateway.effects).doesNotHaveDuplicates();
        assertThat(gateway.batches).isEqualTo(100);
    }
}

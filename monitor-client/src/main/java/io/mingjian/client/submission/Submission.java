package io.mingjian.client.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import io.mingjian.client.attachment.Attachments;
import io.mingjian.client.attachment.ChangedFile;
import io.mingjian.client.attachment.Hashes;
import io.mingjian.client.door.Answer;
import io.mingjian.client.door.Door;
import io.mingjian.client.findings.Finding;
import io.mingjian.client.findings.FindingsFile;
import io.mingjian.client.findings.Item;
import io.mingjian.client.findings.Json;
import io.mingjian.client.journal.Done;
import io.mingjian.client.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is still to be sent. While one batch of findings is with the platform, the files of
 * the next one go up. Batches are sent one after the other and in the order of the file, so that a
 * run which goes on after a cut begins with the very batch whose answer was lost, under the same
 * key.
 */
public final class Submission {
    private static final String EVIDENCE = "/api/detection/v1/evidence";
    private static final int MOST_FINDINGS = 100;

    /** What an answer may take after the submission has given up; what comes later counts later. */
    private static final long LAST_ANSWER_SECONDS = 120;

    /** The gateway takes batches of two megabytes. */
    private static final int MOST_BYTES = 1_500_000;

    private static final int EVIDENCE_ID_BYTES = 80;

    private final Path findings;
    private final Attachments attachments;
    private final Door door;
    private final Journal journal;
    private final Keys keys;
    private final String batches;
    private final int parallel;
    private final Predicate<Finding> settled;
    private final Progress progress;
    private final List<Problem> unsent = new ArrayList<>();
    private @Nullable Finding overflow;
    private int storedNow;
    private int takenNow;
    private int repeatedNow;

    /**
     * What belongs together.
     *
     * @param instruction id of the monitoring instruction
     * @param client id of the agency's client
     * @param occasion empty, or what makes this submission another one than before
     * @param parallel files that go up at the same time
     */
    public record Order(
            Path findings, String instruction, String client, String occasion, int parallel) {}

    /**
     * @param settled findings that nothing remains to be done for
     */
    public Submission(
            Order order,
            Attachments attachments,
            Door door,
            Journal journal,
            Predicate<Finding> settled,
            Progress progress) {
        this.findings = order.findings();
        this.attachments = attachments;
        this.door = door;
        this.journal = journal;
        this.keys = new Keys(order.client(), order.instruction(), order.occasion());
        this.batches = "/api/monitoring/v1/instructions/" + order.instruction() + "/lead-batches";
        this.parallel = order.parallel();
        this.settled = settled;
        this.progress = progress;
    }

    /** A finding as it goes out. */
    private record Ready(Finding finding, ObjectNode json) {}

    /** What this run did; read after {@link #run}, also when it stopped early. */
    public record Tally(int stored, int taken, int repeated, List<Problem> unsent) {}

    public synchronized Tally tally() {
        return new Tally(storedNow, takenNow, repeatedNow, List.copyOf(unsent));
    }

    /**
     * Until the end of the file.
     *
     * @throws Stopped when it cannot go on; the journal says where to
     */
    public void run() throws IOException, InterruptedException {
        ExecutorService uploads = Executors.newFixedThreadPool(parallel);
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try (FindingsFile file = FindingsFile.open(findings)) {
            @Nullable Future<?> before = null;
            for (List<Finding> next = batch(file); !next.isEmpty(); next = batch(file)) {
                List<Ready> ready = store(next, uploads);
                await(before);
                before = sender.submit(task(() -> send(ready)));
            }
            await(before);
        } finally {
            uploads.shutdownNow();
            sender.shutdown();
            letEnd(uploads, sender);
        }
    }

    /** What is on its way is answered and noted before the report tells of it. */
    private static void letEnd(ExecutorService uploads, ExecutorService sender)
            throws InterruptedException {
        try {
            uploads.awaitTermination(LAST_ANSWER_SECONDS, TimeUnit.SECONDS);
            sender.awaitTermination(LAST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } finally {
            sender.shutdownNow();
        }
    }

    /** Work that gives nothing back but may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private static Callable<Boolean> task(Work work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private static void await(@Nullable Future<?> work) throws IOException, InterruptedException {
        if (work == null) {
            return;
        }
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Stopped stopped) {
                throw stopped;
            }
            if (failed.getCause() instanceof IOException trouble) {
                throw trouble;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The next open findings, as many as fit into one request; none at the end. */
    private List<Finding> batch(FindingsFile file) throws IOException {
        List<Finding> batch = new ArrayList<>();
        long bytes = 0;
        Finding next = overflow != null ? overflow : open(file);
        overflow = null;
        while (next != null) {
            bytes += sizeOf(next);
            if (bytes > MOST_BYTES && !batch.isEmpty()) {
                overflow = next;
                return batch;
            }
            batch.add(next);
            if (batch.size() == MOST_FINDINGS) {
                return batch;
            }
            next = open(file);
        }
        return batch;
    }

    private static long sizeOf(Finding finding) {
        return Json.bytes(finding.json()).length
                + (long) EVIDENCE_ID_BYTES * finding.attached().size();
    }

    private @Nullable Finding open(FindingsFile file) throws IOException {
        for (Item item = file.next(); item != null; item = file.next()) {
            if (item.json() == null) {
                throw changed();
            }
            Finding finding = Finding.of(item.place(), item.json());
            if (!settled.test(finding)) {
                return finding;
            }
        }
        return null;
    }

    private static Stopped changed() {
        return new Stopped(
                Ending.INTERRUPTED,
                Text.of("线索文件在报送过程中被修改", "the findings file was changed during the submission"));
    }

    /** Stores the files of a batch; findings whose files cannot be stored do not go out. */
    private List<Ready> store(List<Finding> batch, ExecutorService uploads)
            throws IOException, InterruptedException {
        Map<Hashes, Future<?>> under = new LinkedHashMap<>();
        Map<Hashes, Answer> refused = new java.util.concurrent.ConcurrentHashMap<>();
        Set<Hashes> altered = java.util.concurrent.ConcurrentHashMap.newKeySet();
        for (Finding finding : batch) {
            for (Finding.Attached attached : finding.attached()) {
                Hashes hashes = attached.hashes();
                if (journal.evidenceOf(hashes).isEmpty() && !under.containsKey(hashes)) {
                    under.put(
                            hashes, uploads.submit(task(() -> upload(attached, refused, altered))));
                }
            }
        }
        for (Future<?> upload : under.values()) {
            await(upload);
        }
        if (!under.isEmpty()) {
            journal.force();
        }
        return ready(batch, refused, altered);
    }

    private void upload(Finding.Attached attached, Map<Hashes, Answer> refused, Set<Hashes> altered)
            throws InterruptedException {
        Hashes hashes = attached.hashes();
        Optional<Path> file = attachments.find(attached.file());
        if (file.isEmpty()) {
            altered.add(hashes);
            return;
        }
        Answer answer;
        try {
            answer = door.postFile(EVIDENCE, file.get(), hashes, keys.ofFile(hashes));
        } catch (ChangedFile other) {
            altered.add(hashes);
            return;
        }
        if (answer.status() != 200 && answer.status() != 201) {
            refused.put(hashes, answer);
            return;
        }
        String id = answer.body().path("id").asText("");
        if (id.isEmpty()) {
            throw notUnderstood();
        }
        if (!isSame(answer.body(), hashes)) {
            altered.add(hashes);
            return;
        }
        journal.stored(hashes, id);
        synchronized (this) {
            storedNow++;
        }
        progress.stored();
    }

    /** The platform hashed what arrived there. */
    private static boolean isSame(JsonNode evidence, Hashes hashes) {
        return evidence.path("sha256").asText().toLowerCase(Locale.ROOT).equals(hashes.sha256())
                && evidence.path("sm3").asText().toLowerCase(Locale.ROOT).equals(hashes.sm3());
    }

    private List<Ready> ready(
            List<Finding> batch, Map<Hashes, Answer> refused, Set<Hashes> altered) {
        List<Ready> ready = new ArrayList<>();
        List<Done> hopeless = new ArrayList<>();
        for (Finding finding : batch) {
            Set<Hashes> missing = new HashSet<>();
            for (Finding.Attached attached : finding.attached()) {
                Answer no = refused.get(attached.hashes());
                if (no != null) {
                    hopeless.add(refusedFile(finding, attached, no));
                    missing.add(attached.hashes());
                    break;
                }
                if (altered.contains(attached.hashes())) {
                    keepBack(finding, attached);
                    missing.add(attached.hashes());
                    break;
                }
            }
            if (missing.isEmpty()) {
                ready.add(
                        new Ready(
                                finding,
                                finding.naming(
                                        hashes -> journal.evidenceOf(hashes).orElseThrow())));
            }
        }
        if (!hopeless.isEmpty()) {
            decided(hopeless);
        }
        return ready;
    }

    private synchronized void keepBack(Finding finding, Finding.Attached attached) {
        unsent.add(
                new Problem(
                        finding.place(),
                        finding.findingNo(),
                        attached.file(),
                        "file-changed",
                        Text.of(
                                "附件在检查后被修改，该线索未报送",
                                "the file was changed after the check; the finding was not sent")));
        progress.decided(1);
    }

    private static Done refusedFile(Finding finding, Finding.Attached attached, Answer no) {
        ObjectNode problem = Json.mapper().createObjectNode();
        problem.put("type", no.body().path("type").asText("about:blank"));
        problem.put("detail", attached.file() + "：" + no.detail());
        problem.putArray("errors")
                .addObject()
                .put("pointer", attached.pointer() + "/file")
                .put("code", "evidence-refused")
                .put("detail", no.detail());
        return new Done(finding.findingNo(), finding.content(), no.status(), null, problem);
    }

    private void send(List<Ready> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        ObjectNode request = Json.mapper().createObjectNode();
        ArrayNode items = request.putArray("items");
        batch.forEach(ready -> items.add(ready.json()));
        byte[] body = Json.bytes(request);
        Answer answer = door.postJson(batches, body, keys.ofBatch(body));
        if (answer.status() == 207 || answer.status() == 200) {
            decided(outcomes(batch, answer.body()));
        } else if (answer.status() == 409) {
            throw new Stopped(Ending.NOT_ALLOWED, Text.of("%s", "%s", answer.detail()));
        } else if (batch.size() == 1) {
            Finding one = batch.get(0).finding();
            decided(
                    List.of(
                            new Done(
                                    one.findingNo(),
                                    one.content(),
                                    answer.status(),
                                    null,
                                    answer.body().isObject() ? answer.body() : null)));
        } else {
            // One of them spoils the whole request: halves find it, and the others go on.
            int half = batch.size() / 2;
            send(batch.subList(0, half));
            send(batch.subList(half, batch.size()));
        }
    }

    private static List<Done> outcomes(List<Ready> batch, JsonNode answer) {
        JsonNode items = answer.path("items");
        if (items.size() != batch.size()) {
            throw notUnderstood();
        }
        List<Done> outcomes = new ArrayList<>();
        for (int at = 0; at < batch.size(); at++) {
            JsonNode item = items.get(at);
            Finding finding = batch.get(at).finding();
            int status = item.path("status").asInt();
            if (item.path("index").asInt(-1) != at || status == 0) {
                throw notUnderstood();
            }
            JsonNode problem = item.get("problem");
            outcomes.add(
                    new Done(
                            finding.findingNo(),
                            finding.content(),
                            status,
                            item.path("leadId").asText(null),
                            problem == null || problem.isNull() ? null : problem));
        }
        return outcomes;
    }

    private void decided(List<Done> outcomes) {
        journal.decided(outcomes);
        journal.force();
        synchronized (this) {
            for (Done done : outcomes) {
                takenNow += done.status() == 201 ? 1 : 0;
                repeatedNow += done.status() == 200 ? 1 : 0;
            }
        }
        progress.decided(outcomes.size());
    }

    private static Stopped notUnderstood() {
        return new Stopped(
                Ending.INTERRUPTED,
                Text.of(
                        "平台的回答无法理解，请核对 --door 或更新本程序",
                        "the answer was not understood; check --door or update this program"));
    }
}

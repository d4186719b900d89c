package io.mingjian.client.submission;

import io.mingjian.client.Text;
import io.mingjian.client.attachment.Attachments;
import io.mingjian.client.attachment.Hashes;
import io.mingjian.client.findings.Finding;
import io.mingjian.client.findings.FindingsFile;
import io.mingjian.client.findings.Item;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Looks at everything before the first byte is sent: every finding can be read and has a number of
 * its own, every file is there and has the hashes that the finding says. What the platform alone
 * can judge is left to it.
 */
public final class Check {
    /** More than these are counted, not told. */
    private static final int MOST_TOLD = 1000;

    private final Path findings;
    private final Attachments attachments;
    private final int parallel;
    private final Predicate<Finding> settled;
    private final Predicate<Hashes> stored;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, Hashes> files = new HashMap<>();
    private final Deque<Future<List<Problem>>> hashing = new ArrayDeque<>();
    private int found;
    private int open;
    private int problemCount;

    /**
     * @param settled findings that nothing remains to be done for
     * @param stored files that the platform has already
     */
    public Check(
            Path findings,
            Attachments attachments,
            int parallel,
            Predicate<Finding> settled,
            Predicate<Hashes> stored,
            Progress progress) {
        this.findings = findings;
        this.attachments = attachments;
        this.parallel = parallel;
        this.settled = settled;
        this.stored = stored;
        this.progress = progress;
    }

    /**
     * What was seen.
     *
     * @param findings in the file
     * @param open those that remain to be sent
     * @param files different attachments that were read
     * @param numbers of all findings in the file
     * @param problems at most a thousand, in the order of the file
     * @param problemCount all
     */
    public record Seen(
            int findings,
            int open,
            int files,
            Set<String> numbers,
            List<Problem> problems,
            int problemCount) {
        public boolean isGood() {
            return problemCount == 0;
        }
    }

    public Seen run() throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(parallel);
        try (FindingsFile file = FindingsFile.open(findings)) {
            for (Item item = file.next(); item != null; item = file.next()) {
                look(item, pool);
            }
            while (!hashing.isEmpty()) {
                take(hashing.removeFirst());
            }
        } finally {
            pool.shutdownNow();
        }
        if (found == 0) {
            add(new Problem(0, "", "", "empty", Text.of("文件中没有线索", "there are no findings")));
        }
        problems.sort(Comparator.comparingInt(Problem::place));
        return new Seen(
                found,
                open,
                files.size(),
                Set.copyOf(numbers),
                List.copyOf(problems),
                problemCount);
    }

    private void look(Item item, ExecutorService pool) throws IOException, InterruptedException {
        found++;
        progress.checked(found);
        if (item.json() == null) {
            Text why = item.fault() == null ? Text.of("无法读取", "unreadable") : item.fault();
            add(new Problem(item.place(), "", "", "unreadable", why));
            return;
        }
        Finding finding = Finding.of(item.place(), item.json());
        if (!finding.hasNumber()) {
            add(
                    problem(
                            finding,
                            "",
                            "finding-no",
                            Text.of(
                                    "线索编号必填，1 至 64 位字母、数字或 . _ / -",
                                    "findingNo takes 1 to 64 letters, digits or . _ / -")));
        } else if (!numbers.add(finding.findingNo())) {
            add(
                    problem(
                            finding,
                            "",
                            "finding-no-twice",
                            Text.of("线索编号在文件中重复", "the number stands twice in the file")));
        }
        if (Json.bytes(finding.json()).length > Json.MOST_BYTES) {
            add(
                    problem(
                            finding,
                            "",
                            "too-large",
                            Text.of("单条线索超过 1 MB", "the finding is larger than 1 MB")));
        }
        if (!settled.test(finding)) {
            open++;
            for (Finding.Attached attached : finding.attached()) {
                look(finding, attached, pool);
            }
        }
    }

    private void look(Finding finding, Finding.Attached attached, ExecutorService pool)
            throws InterruptedException {
        Hashes told = attached.hashes();
        if (told.sha256().isEmpty() || told.sm3().isEmpty()) {
            add(
                    problem(
                            finding,
                            attached.file(),
                            "hash-missing",
                            Text.of(
                                    "须填写 sha256 与 sm3，各 64 位十六进制数",
                                    "sha256 and sm3 are needed, 64 hex digits each")));
            return;
        }
        Hashes before = files.putIfAbsent(attached.file(), told);
        if (before != null) {
            if (!before.equals(told)) {
                add(
                        problem(
                                finding,
                                attached.file(),
                                "hash-contradiction",
                                Text.of(
                                        "同一文件在另一处写有不同摘要",
                                        "another place tells other hashes of the same file")));
            }
            return;
        }
        if (!stored.test(told)) {
            if (hashing.size() >= 4 * parallel) {
                take(hashing.removeFirst());
            }
            hashing.addLast(pool.submit(() -> compare(finding, attached)));
        }
    }

    private List<Problem> compare(Finding finding, Finding.Attached attached) {
        Optional<Path> file = attachments.find(attached.file());
        if (file.isEmpty()) {
            return List.of(
                    problem(
                            finding,
                            attached.file(),
                            "file-missing",
                            Text.of(
                                    "附件目录中没有该文件",
                                    "there is no such file in the attachments folder")));
        }
        try {
            long size = Files.size(file.get());
            if (size == 0 || size > Attachments.MOST_BYTES) {
                return List.of(
                        problem(
                                finding,
                                attached.file(),
                                "file-size",
                                Text.of(
                                        "文件为空或超过 64 MB",
                                        "the file is empty or larger than 64 MB")));
            }
            return differences(finding, attached, Attachments.hash(file.get()));
        } catch (IOException unreadable) {
            return List.of(
                    problem(
                            finding,
                            attached.file(),
                            "file-unreadable",
                            Text.of("无法读取：%s", "unreadable: %s", unreadable)));
        }
    }

    private static List<Problem> differences(
            Finding finding, Finding.Attached attached, Hashes real) {
        List<Problem> differences = new ArrayList<>();
        if (!real.sha256().equals(attached.hashes().sha256())) {
            differences.add(
                    problem(
                            finding,
                            attached.file(),
                            "sha256-differs",
                            Text.of(
                                    "SHA-256 不符，实际为 %s",
                                    "SHA-256 differs, it is %s", real.sha256())));
        }
        if (!real.sm3().equals(attached.hashes().sm3())) {
            differences.add(
                    problem(
                            finding,
                            attached.file(),
                            "sm3-differs",
                            Text.of("SM3 不符，实际为 %s", "SM3 differs, it is %s", real.sm3())));
        }
        return differences;
    }

    private void take(Future<List<Problem>> compared) throws InterruptedException {
        try {
            compared.get().forEach(this::add);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private void add(Problem problem) {
        problemCount++;
        if (problems.size() < MOST_TOLD) {
            problems.add(problem);
        }
    }

    private static Problem problem(Finding finding, String file, String code, Text text) {
        return new Problem(finding.place(), finding.findingNo(), file, code, text);
    }
}

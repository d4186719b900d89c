package io.mingjian.client;

import io.mingjian.client.attachment.Attachments;
import io.mingjian.client.door.Addresses;
import io.mingjian.client.door.Credentials;
import io.mingjian.client.door.Door;
import io.mingjian.client.findings.Finding;
import io.mingjian.client.journal.Done;
import io.mingjian.client.journal.Journal;
import io.mingjian.client.journal.StateFolder;
import io.mingjian.client.submission.Check;
import io.mingjian.client.submission.Progress;
import io.mingjian.client.submission.Submission;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks findings with their attachments and hands them in, each once. */
@Command(
        name = "submit",
        description = {
            "核对线索和附件的摘要后报送；中断后用同一命令继续，不会重复报送。",
            "Checks findings and attachments, then hands them in; after a cut the same command goes"
                    + " on and sends nothing twice."
        },
        footer = {
            "",
            "凭据取自环境变量 MINGJIAN_CLIENT_ID 与 MINGJIAN_CLIENT_KEY_FILE（或 MINGJIAN_CLIENT_SECRET），",
            "或 --credentials 指定的仅本人可读的文件 / credentials come from the environment or a file.",
            "",
            "退出码 / exit status: 0 全部收下 accepted, 1 部分未收下 some refused, 2 材料有误、未报送 bad input,",
            "3 未完成、可继续 run again, 4 不允许 not allowed, 5 用法 usage, 6 状态目录被占用 busy."
        },
        sortOptions = false,
        exitCodeOnInvalidInput = 5,
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private static final int MOST_PARALLEL = 16;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** As it was understood; what was refused may hold what nobody should print. */
    private String gateway = "";

    @Option(names = "--door", paramLabel = "URL", description = "网关地址 / the gateway")
    private @Nullable String door;

    @Option(
            names = "--instruction",
            required = true,
            paramLabel = "ID",
            description = "监测指令的 id / id of the instruction")
    private String instruction;

    @Option(
            names = "--findings",
            required = true,
            paramLabel = "FILE",
            description = "线索文件 .jsonl、.json 或 .csv / findings")
    private Path findings;

    @Option(
            names = "--attachments",
            required = true,
            paramLabel = "DIR",
            description = "附件目录 / folder of the attachments")
    private Path attachments;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "状态目录，缺省为线索文件名加 .state / state folder, by default FILE.state")
    private @Nullable Path state;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "身份认证服务 / the identity provider (or MINGJIAN_ISSUER)")
    private @Nullable String issuer;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "凭据文件 / properties: clientId, privateKeyFile or clientSecret, issuer")
    private @Nullable Path credentials;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "另行信任的证书 PEM / certificates of a private authority")
    private @Nullable Path ca;

    @Option(names = "--check-only", description = "只核对，不连接、不报送 / check only; opens no connection")
    private boolean checkOnly;

    @Option(
            names = "--retry-refused",
            description = "未收下的线索再报一次 / send refused findings again though unchanged")
    private boolean retryRefused;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "同时上传的附件数，1 至 16 / files at a time (${DEFAULT-VALUE})",
            defaultValue = "4")
    private int parallel = 4;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "连不上时重试多久 / how long to try again (${DEFAULT-VALUE})",
            defaultValue = "300")
    private int patience = 300;

    @Option(names = "--json", description = "结束时输出一份 JSON / print one JSON document at the end")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "语言 / language",
            defaultValue = "zh")
    private String lang = "zh";

    SubmitCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        Language language = Language.of(lang);
        Report report = new Report();
        ShownProgress progress = new ShownProgress(err, language, isTerminal());
        try {
            run(language, report, progress);
        } catch (Stopped stopped) {
            report.ends(stopped.ending(), stopped.why());
        } catch (IOException broken) {
            report.ends(Ending.INTERRUPTED, Text.of("无法读写：%s", "cannot read or write: %s", broken));
        } finally {
            progress.end();
        }
        if (json) {
            out.println(report.json(language, gateway, instruction).toPrettyString());
        } else {
            report.print(language, out);
        }
        return report.ending().status();
    }

    private boolean isTerminal() {
        String told = System.getProperty("mingjian.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    private void run(Language language, Report report, Progress progress)
            throws IOException, InterruptedException {
        requireArguments();
        Attachments files = new Attachments(attachments);
        if (checkOnly) {
            Check.Seen seen =
                    new Check(findings, files, parallel, any -> false, any -> false, progress)
                            .run();
            report.checked(seen);
            report.ends(
                    seen.isGood() ? Ending.ACCEPTED : Ending.BAD_INPUT,
                    seen.isGood() ? Text.of("核对无误，未报送", "checked, nothing was sent") : null);
            return;
        }
        Credentials who = Credentials.of(environment, credentials);
        Door opened = new Door(settings(who, language, progress), who);
        Path folder = state == null ? Path.of(findings + ".state") : state;
        try (StateFolder held = StateFolder.take(folder);
                Journal journal = Journal.open(held.journal(), subject(who))) {
            submit(files, opened, journal, who, report, progress);
        }
    }

    private void submit(
            Attachments files,
            Door opened,
            Journal journal,
            Credentials who,
            Report report,
            Progress progress)
            throws IOException, InterruptedException {
        Predicate<Finding> settled = finding -> isSettled(journal, finding);
        Check.Seen seen =
                new Check(
                                findings,
                                files,
                                parallel,
                                settled,
                                hashes -> journal.evidenceOf(hashes).isPresent(),
                                progress)
                        .run();
        report.checked(seen);
        if (!seen.isGood()) {
            report.ends(Ending.BAD_INPUT, null);
            return;
        }
        opened.get("/api/monitoring/v1/instructions/" + instruction);
        progress.begin(seen.findings(), seen.findings() - seen.open());
        Submission submission =
                new Submission(
                        new Submission.Order(
                                findings,
                                instruction,
                                who.clientId(),
                                retryRefused ? UUID.randomUUID().toString() : "",
                                parallel),
                        files,
                        opened,
                        journal,
                        settled,
                        progress);
        try {
            submission.run();
        } finally {
            report.sent(submission.tally(), outcomes(journal, seen), journal.evidenceCount());
        }
        boolean whole =
                submission.tally().unsent().isEmpty()
                        && outcomes(journal, seen).stream().allMatch(Done::accepted);
        report.ends(whole ? Ending.ACCEPTED : Ending.PARTLY_REFUSED, null);
    }

    /** Of this file: an earlier one may have held findings that are not in it any more. */
    private static List<Done> outcomes(Journal journal, Check.Seen seen) {
        return journal.outcomes().stream()
                .filter(done -> seen.numbers().contains(done.findingNo()))
                .toList();
    }

    /** A finding that was corrected in the file is another one. */
    private boolean isSettled(Journal journal, Finding finding) {
        return journal.outcomeOf(finding.findingNo())
                .filter(done -> done.content().equals(finding.content()))
                .filter(done -> done.accepted() || !retryRefused)
                .isPresent();
    }

    private Journal.Subject subject(Credentials who) {
        return new Journal.Subject(doorAddress().toString(), instruction, who.clientId());
    }

    private URI doorAddress() {
        if (door == null) {
            throw Stopped.usage("缺少 --door", "--door is missing");
        }
        URI address = Addresses.door("--door", door);
        gateway = address.toString();
        return address;
    }

    private Door.Settings settings(Credentials who, Language language, Progress progress) {
        String told = issuer != null ? issuer : who.issuer();
        if (told == null) {
            throw Stopped.usage("缺少 --issuer", "--issuer is missing");
        }
        return new Door.Settings(
                doorAddress(),
                Addresses.secure("--issuer", told),
                ca,
                Duration.ofSeconds(patience),
                language,
                progress::note);
    }

    private void requireArguments() {
        try {
            instruction = UUID.fromString(instruction.strip()).toString();
        } catch (IllegalArgumentException notOne) {
            throw Stopped.usage(
                    "--instruction 须为指令的 id（UUID），不是指令编号：%s",
                    "--instruction takes the instruction's id (a UUID), not its number: %s",
                    instruction);
        }
        if (!Files.isRegularFile(findings)) {
            throw Stopped.usage("没有该文件：%s", "there is no file %s", findings);
        }
        if (!Files.isDirectory(attachments)) {
            throw Stopped.usage("没有该目录：%s", "there is no folder %s", attachments);
        }
        if (ca != null && !Files.isRegularFile(ca)) {
            throw Stopped.usage("没有该文件：%s", "there is no file %s", ca);
        }
        if (parallel < 1 || parallel > MOST_PARALLEL || patience < 1 || patience > 86_400) {
            throw Stopped.usage(
                    "--parallel 为 1 至 16，--patience 为 1 至 86400",
                    "--parallel takes 1 to 16, --patience 1 to 86400");
        }
    }
}

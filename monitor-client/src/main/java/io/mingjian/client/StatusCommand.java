package io.mingjian.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.findings.Json;
import io.mingjian.client.journal.Done;
import io.mingjian.client.journal.Journal;
import io.mingjian.client.journal.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was sent so far; asks nobody and may run beside a submission. */
@Command(
        name = "status",
        description = "查看一次报送的进度 / Shows what a submission has done so far.",
        exitCodeOnInvalidInput = 5,
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final String FORMAT = "mingjian-submit-status/1";

    private final PrintStream out;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIR",
            description = "状态目录 / state folder")
    private Path state;

    @Option(names = "--json", description = "输出 JSON / print one JSON document")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "语言 / language",
            defaultValue = "zh")
    private String lang = "zh";

    StatusCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Journal.Snapshot seen =
                Journal.look(StateFolder.journalIn(state))
                        .orElseThrow(
                                () -> Stopped.usage("%s 中没有报送记录", "%s holds no submission", state));
        List<Done> refused = seen.those(done -> !done.accepted());
        int accepted = seen.findings().size() - refused.size();
        if (json) {
            out.println(document(seen, accepted, refused).toPrettyString());
        } else {
            Language language = Language.of(lang);
            out.println(
                    Text.of(
                                    "指令 %s，%s：附件 %d 份，线索收下 %d 条，未收下 %d 条",
                                    "instruction %s, %s: %d files stored, %d findings accepted,"
                                            + " %d refused",
                                    seen.subject().instruction(),
                                    seen.subject().door(),
                                    seen.evidence(),
                                    accepted,
                                    refused.size())
                            .in(language));
            refused.forEach(done -> Refusals.print(done, out));
        }
        return Ending.ACCEPTED.status();
    }

    private static ObjectNode document(Journal.Snapshot seen, int accepted, List<Done> refused) {
        ObjectNode document = Json.mapper().createObjectNode().put("format", FORMAT);
        document.put("door", seen.subject().door())
                .put("instruction", seen.subject().instruction())
                .put("client", seen.subject().client())
                .put("attachments", seen.evidence())
                .put("accepted", accepted);
        ArrayNode list = document.putArray("refused");
        refused.forEach(done -> list.add(Refusals.json(done)));
        return document;
    }
}

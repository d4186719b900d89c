package io.mingjian.stack.command;

import io.mingjian.kit.time.DueCommand;
import io.mingjian.kit.time.DueInputRejected;
import io.mingjian.stack.process.StackFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "due",
        description = "Prints a legal due date, its basis and whether it is provisional.",
        mixinStandardHelpOptions = true)
final class LegalDateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "START", description = "First day, e.g. 2026-04-15.")
    private String start = "";

    @Parameters(index = "1", paramLabel = "TERM", description = "7WD or 60ND.")
    private String term = "";

    @Option(names = "--pause", paramLabel = "FROM..TO", description = "Days that do not count.")
    private List<String> pauses = List.of();

    @Override
    public Integer call() {
        try {
            System.out.print(DueCommand.answer(start, term, pauses).text());
            return 0;
        } catch (DueInputRejected e) {
            throw new StackFailure(e.zhDetail() + " / " + e.enDetail(), e);
        }
    }
}

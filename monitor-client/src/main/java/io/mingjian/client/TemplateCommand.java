package io.mingjian.client;

import io.mingjian.client.findings.Template;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An example to begin with. */
@Command(
        name = "template",
        description = "输出一条示例线索 / Prints an example finding.",
        exitCodeOnInvalidInput = 5,
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    /** The forms that are read. */
    enum Format {
        JSONL,
        JSON,
        CSV
    }

    private final PrintStream out;

    @Option(
            names = "--format",
            paramLabel = "jsonl|json|csv",
            description = "格式 / form (${DEFAULT-VALUE})",
            defaultValue = "jsonl")
    private Format format = Format.JSONL;

    TemplateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(Template.in(format.name().toLowerCase(java.util.Locale.ROOT)));
        return Ending.ACCEPTED.status();
    }
}

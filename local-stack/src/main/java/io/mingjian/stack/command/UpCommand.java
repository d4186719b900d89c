package io.mingjian.stack.command;

import io.mingjian.stack.LocalStack;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts everything and stays until Ctrl-C or 'mingjian down'.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Mingjian mingjian;

    @Option(names = "--tour", description = "Then walks through the main job.")
    private boolean tour;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Real pictures for the tour.")
    private @Nullable Path pictures;

    UpCommand(Mingjian mingjian) {
        this.mingjian = mingjian;
    }

    @Override
    public Integer call() throws InterruptedException {
        StackOptions options = mingjian.options(Progress.on(System.out));
        try (LocalStack stack = LocalStack.start(options)) {
            Greeting.print(stack.addresses(), options, System.out);
            if (tour) {
                walk();
            }
            stack.watch();
        }
        return 0;
    }

    private void walk() {
        int status = new Tour(mingjian.root()).walk(pictures);
        System.out.println(
                status == 0
                        ? "\nThe stack keeps running. Ctrl-C stops it."
                        : "\nThe tour failed (status %d). The stack keeps running; Ctrl-C stops it."
                                .formatted(status));
    }
}

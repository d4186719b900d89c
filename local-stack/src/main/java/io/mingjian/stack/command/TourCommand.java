package io.mingjian.stack.command;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.StackFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tour",
        description = "Does the main job on the running stack and tells each step.",
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private final Mingjian mingjian;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Real pictures for the tour.")
    private @Nullable Path pictures;

    TourCommand(Mingjian mingjian) {
        this.mingjian = mingjian;
    }

    @Override
    public Integer call() {
        Addresses addresses = Addresses.of(mingjian.options());
        Readiness.trouble(addresses.health(Service.GATEWAY))
                .ifPresent(
                        trouble -> {
                            throw new StackFailure(
                                    "the stack is not up (" + trouble + "); ./mingjian up first");
                        });
        return new Tour(mingjian.root()).walk(pictures);
    }
}

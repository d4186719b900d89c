package io.mingjian.client;

import io.mingjian.client.attachment.Attachments;
import io.mingjian.client.attachment.Hashes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The two hashes that a finding must say of a file; SM3 is in few tools. */
@Command(
        name = "hash",
        description = "输出文件的 SHA-256 与 SM3 / Prints SHA-256 and SM3 of files.",
        exitCodeOnInvalidInput = 5,
        mixinStandardHelpOptions = true)
final class HashCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "文件 / files")
    private List<Path> files;

    HashCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw Stopped.usage("没有该文件：%s", "there is no file %s", file);
            }
            Hashes hashes = Attachments.hash(file);
            out.println(hashes.sha256() + "  " + hashes.sm3() + "  " + file);
        }
        return Ending.ACCEPTED.status();
    }
}

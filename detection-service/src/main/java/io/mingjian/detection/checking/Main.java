package io.mingjian.detection.checking;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Main class behind {@code ./mingjian check} and {@code ./mingjian reuse}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest =
                Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        System.exit(
                switch (command) {
                    case "check" -> new CheckCommand(out, err).run(rest);
                    case "reuse" -> new ReuseCommand(out, err).run(rest);
                    default -> throw new IllegalArgumentException("no such command: " + command);
                });
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}

package io.mingjian.detection.evaluation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Main class behind {@code ./mingjian evaluate}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                new EvaluateCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err))
                        .run(arguments));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}

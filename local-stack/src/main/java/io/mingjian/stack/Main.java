package io.mingjian.stack;

import io.mingjian.stack.command.Mingjian;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Main class behind {@code ./mingjian}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.exit(Mingjian.run(arguments));
    }
}

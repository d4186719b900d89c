package io.mingjian.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the stack, marked so that it can be recognised later. */
public final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    public JavaCommand(Path home, String name) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(marks(home, name));
        words.add("-Dfile.encoding=UTF-8");
    }

    /** What {@link PidFile} looks for before a process may be stopped. */
    public static List<String> marks(Path home, String name) {
        return List.of("-Dmingjian.home=" + home, "-Dmingjian.process=" + name);
    }

    public JavaCommand options(String... options) {
        words.addAll(List.of(options));
        return this;
    }

    public JavaCommand main(String classPath, String mainClass) {
        words.addAll(List.of("-cp", classPath, mainClass));
        return this;
    }

    public JavaCommand jar(Path jar) {
        words.addAll(List.of("-jar", jar.toString()));
        return this;
    }

    public JavaCommand arguments(String... arguments) {
        words.addAll(List.of(arguments));
        return this;
    }

    public List<String> words() {
        return List.copyOf(words);
    }
}

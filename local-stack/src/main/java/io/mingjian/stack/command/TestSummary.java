package io.mingjian.stack.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts the tests of one run from the reports that Maven left. Uses the JDK alone, because the
 * script runs it from source: it must work when nothing could be built.
 *
 * <p>Arguments: the repository and a file made just before the run; older reports are of other
 * runs. Exit status 1 when a test failed or none ran.
 */
public final class TestSummary {
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    private final List<String> failed = new ArrayList<>();
    private final TreeMap<String, Integer> skipped = new TreeMap<>();
    private int passed;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Path root = Path.of(arguments[0]);
        FileTime begun = Files.getLastModifiedTime(Path.of(arguments[1]));
        TestSummary summary = of(root, begun);
        summary.lines().forEach(System.out::println);
        System.exit(summary.isGood() ? 0 : 1);
    }

    static TestSummary of(Path root, FileTime begun) throws IOException, XMLStreamException {
        TestSummary summary = new TestSummary();
        for (Path report : reports(root)) {
            if (Files.getLastModifiedTime(report).compareTo(begun) >= 0) {
                summary.add(report);
            }
        }
        return summary;
    }

    /** Failures and reasons of skips, then the one line that counts. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        failed.forEach(test -> lines.add("failed: " + test));
        skipped.forEach((reason, times) -> lines.add("skipped %d: %s".formatted(times, reason)));
        lines.add(
                "%d passed, %d failed, %d skipped"
                        .formatted(passed, failed.size(), skippedCount()));
        return lines;
    }

    boolean isGood() {
        return failed.isEmpty() && passed > 0;
    }

    private int skippedCount() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.flatMap(
                            module ->
                                    Stream.of("surefire-reports", "failsafe-reports")
                                            .map(name -> module.resolve("target").resolve(name)))
                    .filter(Files::isDirectory)
                    .flatMap(TestSummary::reportsIn)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> reportsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path report) throws IOException, XMLStreamException {
        try (InputStream stream = Files.newInputStream(report)) {
            XMLStreamReader xml = XML.createXMLStreamReader(stream);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    addCase(xml);
                }
            }
        }
    }

    /** Reruns of a flaky test are children with other names and change nothing. */
    private void addCase(XMLStreamReader xml) throws XMLStreamException {
        String name = attribute(xml, "classname") + "." + attribute(xml, "name");
        boolean ran = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "failure", "error" -> {
                    failed.add(name);
                    ran = false;
                }
                case "skipped" -> {
                    skipped.merge(reason(xml, name), 1, Integer::sum);
                    ran = false;
                }
                default -> {}
            }
        }
        if (ran) {
            passed++;
        }
    }

    /** A condition gives its reason as an attribute, an assumption as the head of a stack trace. */
    private static String reason(XMLStreamReader xml, String name) throws XMLStreamException {
        String message = attribute(xml, "message");
        String head =
                message.isBlank()
                        ? xml.getElementText().lines().findFirst().orElse("").strip()
                        : message;
        return head.isBlank() ? name + " gives no reason" : head;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}

package io.mingjian.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
    private static final FileTime BEGUN = FileTime.from(Instant.parse("2026-11-24T08:00:00Z"));
    private static final Instant DURING = Instant.parse("2026-11-24T08:10:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-24T07:00:00Z");

    @TempDir Path root;

    @Test
    void allModulesAndBothKindsOfTestsAreCounted() throws Exception {
        report("registry-service/target/surefire-reports/TEST-a.xml", DURING, passed("works"));
        report("acceptance/target/failsafe-reports/TEST-b.xml", DURING, passed("walks"));

        TestSummary summary = TestSummary.of(root, BEGUN);

        assertThat(summary.lines()).containsExactly("2 passed, 0 failed, 0 skipped");
        assertThat(summary.isGood()).isTrue();
    }

    @Test
    void failuresErrorsAndReasonsOfSkipsAreNamed() throws Exception {
        report(
                "gateway/target/surefire-reports/TEST-a.xml",
                DURING,
                passed("works"),
                "<testcase classname='A' name='breaks'><failure message='x'>y</failure></testcase>",
                "<testcase classname='A' name='explodes'><error/></testcase>",
                "<testcase classname='A' name='rests'><skipped message='no browser'/></testcase>",
                "<testcase classname='A' name='dozes'><skipped/></testcase>",
                "<testcase classname='A' name='waits'><skipped type='Aborted'>"
                        + "<![CDATA[Aborted: not for root\n\tat A.waits]]></skipped></testcase>");

        TestSummary summary = TestSummary.of(root, BEGUN);

        assertThat(summary.lines())
                .containsExactly(
                        "failed: A.breaks",
                        "failed: A.explodes",
                        "skipped 1: A.dozes gives no reason",
                        "skipped 1: Aborted: not for root",
                        "skipped 1: no browser",
                        "1 passed, 2 failed, 3 skipped");
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() throws Exception {
        report("gateway/target/surefire-reports/TEST-a.xml", BEFORE, passed("works"));

        TestSummary summary = TestSummary.of(root, BEGUN);

        assertThat(summary.lines()).containsExactly("0 passed, 0 failed, 0 skipped");
        assertThat(summary.isGood()).as("a run without tests").isFalse();
    }

    @Test
    void whatATestPrintedIsNotTakenForAResult() throws Exception {
        report(
                "gateway/target/surefire-reports/TEST-a.xml",
                DURING,
                "<testcase classname='A' name='b'><system-out><![CDATA[<failure/>]]></system-out>"
                        + "</testcase>");

        assertThat(TestSummary.of(root, BEGUN).lines())
                .containsExactly("1 passed, 0 failed, 0 skipped");
    }

    private static String passed(String name) {
        return "<testcase classname='A' name='" + name + "'/>";
    }

    private void report(String path, Instant written, String... cases) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + String.join("", cases) + "</testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}

package io.mingjian.client.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsFileTest {
    @TempDir Path folder;

    @Test
    void theTemplateIsTheSameFindingInEveryForm() throws Exception {
        ObjectNode lines = only(Template.in("jsonl"), "a.jsonl");
        assertThat(only(Template.in("json"), "a.json")).hasToString(lines.toString());
        assertThat(only(Template.in("csv"), "a.csv")).hasToString(lines.toString());
        Finding finding = Finding.of(1, lines);
        assertThat(finding.hasNumber()).isTrue();
        assertThat(finding.attached())
                .first()
                .satisfies(file -> assertThat(file.pointer()).isEqualTo("/evidence/0"));
    }

    @Test
    void spreadsheetsInGb18030AndWithAMarkAreRead() throws Exception {
        String csv = "findingNo,contentSummary,aiRelated\r\nA-1,\"㐀教程，\r\n第二行\",是\r\n";
        Path gb = folder.resolve("gb.csv");
        Files.write(gb, csv.getBytes(Charset.forName("GB18030")));
        assertThat(all(gb))
                .singleElement()
                .satisfies(
                        item ->
                                assertThat(item.json().path("contentSummary").asText())
                                        .startsWith("㐀教程"));
        Path marked = Files.writeString(folder.resolve("m.csv"), "\uFEFF" + csv);
        assertThat(all(marked))
                .singleElement()
                .satisfies(item -> assertThat(item.json().path("aiRelated").asBoolean()).isTrue());
    }

    @Test
    void aCellThatIsNoNumberIsToldWithItsColumn() throws Exception {
        Path file = write("a.csv", "findingNo,price\nA,十元\nB,9.90\n");
        assertThat(all(file).get(0).fault().zh()).contains("price");
        assertThat(all(file).get(1).json().path("price").decimalValue()).isEqualTo("9.90");
    }

    @Test
    void gapsBetweenNumberedColumnsClose() throws Exception {
        Path file =
                write(
                        "a.csv",
                        "findingNo,evidence.1.file,evidence.3.file\nA,x.png,z.png\nB,,z.png\n");
        assertThat(all(file).get(0).json().path("evidence")).hasSize(2);
        assertThat(all(file).get(1).json().path("evidence")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "findingNo,findingNo\nA,B\n",
                "线索编号\nA\n",
                "findingNo\n\"never closed\nB\nC\n",
                "findingNo\nA,B,C\n",
                "evidence,evidence.1.file\nA,B\n"
            })
    void brokenTablesAreToldNotThrown(String csv) throws Exception {
        assertThat(all(write("a.csv", csv)))
                .anySatisfy(item -> assertThat(item.fault()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{\"a\":1}", "[1]", "[{}] x", "nonsense", "[{\"a\":1,\"a\":2}]"})
    void brokenArraysAreToldNotThrown(String json) throws Exception {
        assertThat(all(write("a.json", json)))
                .anySatisfy(item -> assertThat(item.fault()).isNotNull());
    }

    @Test
    void aLineWithoutEndCostsNoMemory() throws Exception {
        Path file = folder.resolve("a.jsonl");
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 64; i++) {
                out.write(piece);
            }
            out.write("\n{\"findingNo\":\"A\"}\n".getBytes(StandardCharsets.US_ASCII));
        }
        List<Item> items = all(file);
        assertThat(items.get(0).fault()).isNotNull();
        assertThat(items.get(1).json().path("findingNo").asText()).isEqualTo("A");
    }

    @Test
    void arbitraryBytesNeverThrow() throws Exception {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("seed of the bytes: -Dmingjian.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] =
                        random.nextBoolean()
                                ? (byte) "{}[]\",:1.a\n\r".charAt(random.nextInt(12))
                                : (byte) random.nextInt(256);
            }
            for (String name : new String[] {"r.jsonl", "r.json", "r.csv"}) {
                all(Files.write(folder.resolve(name), bytes));
            }
        }
    }

    private ObjectNode only(String text, String name) throws IOException {
        List<Item> items = all(write(name, text));
        assertThat(items).hasSize(1);
        return items.get(0).json();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Item> all(Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        try (FindingsFile findings = FindingsFile.open(file)) {
            for (Item item = findings.next(); item != null; item = findings.next()) {
                items.add(item);
            }
        }
        return items;
    }
}

package io.mingjian.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts of this service explain; no text accuses anybody or vouches for a picture. */
class WordingTest {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern ACCUSES =
            Pattern.compile(
                    "欺诈|造假|伪造|假图|诈骗|骗|恶意|\\bfake|\\bfraud|\\bforg", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOUCHES =
            Pattern.compile("真实(?!的实际|照片|状况)|属实|genuine|authentic", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED = Pattern.compile("不表示|不说明|不能说明|不能单独说明|does not");

    @Test
    void noTextAccuses() throws IOException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(100);
        assertThat(texts).noneMatch(text -> ACCUSES.matcher(text).find());
    }

    @Test
    void theWordForRealStandsOnlyWhereItIsDenied() throws IOException {
        assertThat(texts())
                .filteredOn(text -> VOUCHES.matcher(text).find())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsPattern(DENIED));
    }

    @Test
    void thePatternsBite() {
        assertThat(ACCUSES.matcher("该图涉嫌造假").find()).isTrue();
        assertThat(ACCUSES.matcher("looks Fake").find()).isTrue();
        assertThat(VOUCHES.matcher("该图真实").find()).isTrue();
    }

    /** All string literals of the service, with neighbours that the compiler joins. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                Matcher matcher = TEXT.matcher(source);
                while (matcher.find()) {
                    texts.add(matcher.group());
                }
            }
        }
        return texts;
    }
}

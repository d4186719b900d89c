package io.mingjian.detection.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule over prompts: every text gets a reading whose places lie in it. See docs/fuzzing.md. */
class PromptFuzzTest {
    private static final PromptRule RULE = PromptRule.shipped();

    @MethodSource
    @FuzzTest
    void prompt(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Reading reading = RULE.read(new PromptRequest(text, text, text, bytes.length % 2 == 0));
        assertThat(reading.reasons()).allSatisfy(reason -> inside(reason, text));
        assertThat(RULE.defects(text)).allSatisfy(words -> assertThat(text).contains(words));
    }

    private static void inside(Reason reason, String text) {
        Integer offset = reason.offset();
        Integer length = reason.length();
        if (offset != null && length != null) {
            assertThat(offset).isBetween(0, text.length() - length);
            assertThat(length).isPositive();
        }
    }

    static Stream<byte[]> prompt() {
        return Stream.of(
                        "一只摔碎的杯子，快递里的，真实照片",
                        "po sun 的杯子 b.r.o.k.e.n",
                        "a photo of a r0tten apple, no scratches",
                        "電子秤顯示 320 克\u200b，缺斤短兩")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.stack.Addresses;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What every refusal must be: a problem in Chinese that leaves nothing behind. */
final class Refusals {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Stored stored;

    Refusals(Addresses addresses) {
        this.stored = new Stored(addresses);
    }

    Answer refused(Supplier<Answer> act, int status, String problem) {
        Answer answer = storesNothing(act);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.textAt("/type")).isEqualTo("urn:mingjian:problem:" + problem);
        isAProblemInChinese(answer);
        return answer;
    }

    Answer storesNothing(Supplier<Answer> act) {
        Map<String, Long> before = stored.rows();
        Answer answer = act.get();
        assertThat(stored.rows()).isEqualTo(before);
        return answer;
    }

    static void isAProblemInChinese(Answer answer) {
        assertThat(answer.isProblem()).as(answer.header("Content-Type")).isTrue();
        assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
        isChinese(answer.textAt("/title"));
        isChinese(answer.textAt("/detail"));
        answer.each("/errors", "detail").forEach(Refusals::isChinese);
    }

    static void isChinese(String text) {
        assertThat(hasChinese(text)).as(text).isTrue();
    }

    static boolean hasChinese(String text) {
        return CHINESE.matcher(text).find();
    }
}

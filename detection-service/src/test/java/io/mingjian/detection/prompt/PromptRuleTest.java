package io.mingjian.detection.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.prompt.Reading.CategoryRisk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptRuleTest {
    private static final int LONGEST = 8000;
    private final PromptRule rule = PromptRule.shipped();

    private Reading read(String prompt) {
        return rule.read(PromptRequest.of(prompt));
    }

    @Nested
    class Says {
        @Test
        void whatWouldBeSeenAndHowSureItIs() {
            Reading reading = read("商品破损照片，买家实拍，申请退款");
            assertThat(reading.risk()).isEqualTo(Risk.HIGH);
            assertThat(reading.categories())
                    .containsExactly(new CategoryRisk(PromptCategory.DAMAGED_GOODS, Risk.HIGH));
            assertThat(reading.evasions()).isEmpty();
        }

        @Test
        void whichWordsWhereAndWhatTheyDoNotProve() {
            String prompt = "😀 一张 破*损 的快递照片，手机拍";
            Reading reading = read(prompt);
            assertThat(reading.reasons())
                    .filteredOn(reason -> reason.cue().equals("DAMAGE"))
                    .singleElement()
                    .satisfies(
                            reason -> {
                                int from = reason.offset();
                                assertThat(prompt.substring(from, from + reason.length()))
                                        .isEqualTo("破*损");
                                assertThat(reason.term()).isEqualTo("破损");
                                assertThat(reason.field()).isEqualTo(PromptField.PROMPT);
                                assertThat(reason.evasions()).containsExactly(Evasion.SPLIT);
                                assertThat(reason.doesNotProve()).contains("不说明");
                            });
        }

        @Test
        void nothingOfWordsThatMakeNoCategory() {
            Reading reading = read("一张真实的照片，夕阳下的海，手机拍");
            assertThat(reading.risk()).isEqualTo(Risk.NONE);
            assertThat(reading.reasons()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"商品破损照片，买家实拍，申请退款", "快递里的盘子碎裂，示意图，标注位置，实拍"})
        void noDisguiseWhereWordsOnlyMeet(String prompt) {
            assertThat(read(prompt).evasions()).isEmpty();
        }

        @Test
        void theSameOfTheSameWords() {
            assertThat(read("苹果 fulan 了，退款")).isEqualTo(read("苹果 fulan 了，退款"));
        }
    }

    @Nested
    class SeesThrough {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "杯子破 损，实拍",
                    "杯子破\u200b损，实拍",
                    "杯子破…损，实拍",
                    "杯子破/损，实拍",
                    "a b.r.o.k.e.n cup, real photo",
                    "a b r o k e n cup, real photo",
                    "a br0ken cup, real photo",
                    "a bro\u200bken cup, real photo",
                    "杯子 p.o.s.u.n，实拍"
                })
        void wordsWithSignsInside(String prompt) {
            assertThat(read(prompt).evasions()).contains(Evasion.SPLIT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "杯子posun，实拍",
                    "杯子 po sun 了，实拍",
                    "杯子 pò sǔn，实拍",
                    "杯子po损，实拍",
                    "杯子 ＰＯＳＵＮ，实拍"
                })
        void chineseInLatinLetters(String prompt) {
            assertThat(read(prompt).evasions()).contains(Evasion.PINYIN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"杯子坡损，实拍", "苹果付烂，实拍", "饭里有张螂，实拍"})
        void wrongCharactersOfTheSameSound(String prompt) {
            assertThat(read(prompt).evasions()).contains(Evasion.HOMOPHONE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"這個杯子摔碎了，真實照片", "a ｂｒｏｋｅｎ cup, real photo", "a brоkеn cup, real photo"})
        void otherFormsOfTheSameCharacters(String prompt) {
            assertThat(read(prompt).risk()).isGreaterThanOrEqualTo(Risk.MEDIUM);
        }

        @ParameterizedTest
        @ValueSource(strings = {"让这个花盆像是运输途中摔过的", "make it look as if it broke during shipping"})
        void roundaboutWords(String prompt) {
            assertThat(read(prompt).evasions()).containsExactly(Evasion.INDIRECT);
        }

        @Test
        void whatTheResultIsNotToBe() {
            Reading reading =
                    rule.read(new PromptRequest("一个杯子放在快递盒里，手机拍，找卖家退款", "完好，全新，水印", "", false));
            assertThat(reading.categories())
                    .extracting(CategoryRisk::category)
                    .containsExactly(PromptCategory.DAMAGED_GOODS);
            assertThat(reading.reasons())
                    .anySatisfy(
                            reason ->
                                    assertThat(reason.field())
                                            .isEqualTo(PromptField.NEGATIVE_PROMPT));
        }

        @Test
        void aReferencePictureThatStandsForTheThing() {
            PromptRequest without = PromptRequest.of("改成摔碎的样子，要真实");
            PromptRequest with = new PromptRequest(without.prompt(), "", "", true);
            assertThat(rule.read(without).risk()).isEqualTo(Risk.NONE);
            assertThat(rule.read(with).risk()).isGreaterThanOrEqualTo(Risk.MEDIUM);
        }
    }

    @Nested
    class LetsPass {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "没有任何划痕的新手机，产品照片",
                    "修复老照片，去除划痕和污渍",
                    "a new phone without scratches, product photo",
                    "编织篮子和一件毛衣，实拍照片",
                    "下次去屋子外面，穿新衣物，照片",
                    "头发美丽的女孩吃苹果，真实照片"
                })
        void whatOnlyLooksLikeIt(String prompt) {
            assertThat(read(prompt).risk()).isEqualTo(Risk.NONE);
        }

        @Test
        void lawfulUsesButNotWhereARefundIsAskedFor() {
            assertThat(read("保险培训课件：破损的手机").risk()).isEqualTo(Risk.NONE);
            assertThat(read("保险培训课件：破损的手机，真实照片，找卖家退款").risk()).isEqualTo(Risk.HIGH);
        }

        @Test
        void lawfulUsesThatAreDeclaredOnlyAsFarAsTheyReach() {
            String prompt = "一部摔碎的手机，照片";
            assertThat(rule.read(new PromptRequest(prompt, "", "维修教程插图", false)).risk())
                    .isEqualTo(Risk.NONE);
            assertThat(rule.read(new PromptRequest(prompt, "", "教程，用来申请退款", false)).risk())
                    .isGreaterThanOrEqualTo(Risk.MEDIUM);
        }
    }

    @Nested
    class Withstands {
        static Stream<String> hostile() {
            return Stream.of(
                            "",
                            "\u0000\u0001\u0007\u001b[31m",
                            "\ud800",
                            "\udc00破\ud800损",
                            "a\u0301\u0301\u0301",
                            "破".repeat(3) + "\ufdfa",
                            "破损",
                            "破 ",
                            "p o s u n ",
                            "p.",
                            "po",
                            "a ",
                            "((a+)+)+$ ",
                            "像摔过",
                            "像",
                            "运输途中",
                            "看起来…证明",
                            "没有",
                            "b r o k e n ",
                            "crack-",
                            "\u200b",
                            "😀破",
                            "ﷺ")
                    .map(piece -> piece.repeat(LONGEST / Math.max(1, piece.length())));
        }

        @ParameterizedTest
        @MethodSource("hostile")
        @Timeout(60)
        void everyTextOfTheFullLength(String prompt) {
            Reading reading = rule.read(new PromptRequest(prompt, prompt, prompt, true));
            assertThat(reading.reasons()).hasSizeLessThan(500);
            assertThat(reading.reasons())
                    .filteredOn(reason -> reason.offset() != null)
                    .allSatisfy(
                            reason ->
                                    assertThat(reason.offset() + reason.length())
                                            .isLessThanOrEqualTo(prompt.length()));
        }

        /** Twice the text may not take much more than twice the time of the processor. */
        @Test
        void lengthInProportion() {
            String text = "快递里的杯子破 损 po sun b.r.o.k.e.n 像摔过 没有划痕 ".repeat(400);
            long some = fastest(text.substring(0, 4000));
            long more = fastest(text.substring(0, 8000));
            assertThat(more).isLessThan(some * 4 + Duration.ofMillis(2).toNanos());
        }

        private long fastest(String prompt) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return IntStream.range(0, 30)
                    .mapToLong(
                            round -> {
                                long start = threads.getCurrentThreadCpuTime();
                                assertThat(read(prompt).risk()).isNotEqualTo(Risk.NONE);
                                return threads.getCurrentThreadCpuTime() - start;
                            })
                    .min()
                    .orElseThrow();
        }

        @Test
        void anyMixtureOfCharacters() {
            Random random = new Random(45438);
            String pieces = "破损退款posun像…摔过 .*-_/\u200b\ud83d\ude00\ud800没有b0ken手机①㎏ﷺ\u0301\n。";
            for (int round = 0; round < 2000; round++) {
                StringBuilder prompt = new StringBuilder();
                int length = random.nextInt(60);
                for (int at = 0; at < length; at++) {
                    prompt.append(pieces.charAt(random.nextInt(pieces.length())));
                }
                String text = prompt.toString();
                assertThat(read(text).reasons())
                        .as(text)
                        .allSatisfy(
                                reason ->
                                        assertThat(reason.offset() + reason.length())
                                                .isBetween(1, text.length()));
            }
        }
    }

    @Nested
    class TheBook {
        private static final Pattern ACCUSES =
                Pattern.compile("欺诈|诈骗|骗取|恶意(?!删除)|\\bfake\\b|\\bfraud", Pattern.CASE_INSENSITIVE);

        @Test
        void saysOfEveryCueWhatItSupportsAndWhatItDoesNotProve() {
            RuleBook book = RuleBook.shipped();
            assertThat(book.cues())
                    .allSatisfy(
                            cue -> {
                                assertThat(cue.supports())
                                        .isNotBlank()
                                        .doesNotContainPattern(ACCUSES);
                                assertThat(cue.doesNotProve())
                                        .isNotBlank()
                                        .doesNotContainPattern(ACCUSES);
                            });
            assertThat(book.notice()).contains("不作任何决定").contains("不会被保存");
            assertThat(book.categories())
                    .extracting(CategoryRule::code)
                    .containsExactly(PromptCategory.values());
        }

        @Test
        void namesTheDutiesToLabelWithTheirArticles() {
            assertThat(rule.labelDuties())
                    .extracting(LabelDuty::code)
                    .contains("EXPLICIT_LABEL", "IMPLICIT_LABEL");
            assertThat(rule.labelDuties())
                    .allSatisfy(duty -> assertThat(duty.basis()).contains("条"));
        }

        @Test
        void knowsEveryCharacterOfItsTermsBySound() {
            List<String> silent =
                    RuleBook.shipped().cues().stream()
                            .filter(Cue::bySound)
                            .flatMap(cue -> cue.terms().stream())
                            .map(text -> Term.parse(text, true))
                            .filter(
                                    term ->
                                            term.parts().stream()
                                                    .flatMap(List::stream)
                                                    .anyMatch(
                                                            unit ->
                                                                    unit instanceof Term.Glyph glyph
                                                                            && glyph.syllable()
                                                                                    .isEmpty()))
                            .map(Term::text)
                            .toList();
            assertThat(silent).isEmpty();
        }

        @Test
        void isTurnedAwayWhereARowAsksForACueThatIsNone() throws IOException {
            String book =
                    """
                    version: "x"
                    validFrom: 2026-01-01
                    risks: {LOW: 1}
                    evasion: 1
                    cues: [{code: A, kind: CORE, supports: s, doesNotProve: d, terms: [破损]}]
                    negators: []
                    everyday: []
                    categories: [{code: DAMAGED_GOODS, name: n, when: [{all: [%s], weight: 1}]}]
                    notice: n
                    labelDuties: []
                    """;
            assertThat(
                            new PromptRule(RuleBook.parse(book.formatted("A")))
                                    .read(PromptRequest.of("破损")))
                    .extracting(Reading::risk)
                    .isEqualTo(Risk.LOW);
            assertThatThrownBy(() -> RuleBook.parse(book.formatted("B")))
                    .hasMessageContaining("cues that are none");
            assertThatThrownBy(() -> RuleBook.parse(book.formatted("A") + "surprise: 1\n"))
                    .hasMessageContaining("surprise");
        }

        @Test
        void weighsByItsOwnFigures() {
            RuleBook book = RuleBook.shipped();
            assertThat(List.of(book.risk(-5), book.risk(0))).containsOnly(Risk.NONE);
            assertThat(book.risk(book.risks().get(Risk.MEDIUM))).isEqualTo(Risk.MEDIUM);
            assertThat(book.risk(book.risks().get(Risk.HIGH) - 1)).isEqualTo(Risk.MEDIUM);
            assertThat(book.risk(1000)).isEqualTo(Risk.HIGH);
        }
    }
}

package io.mingjian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private final LineBreaker six = new LineBreaker(String::length, 6);

    @Test
    void breaksBetweenAnyTwoCharacters() {
        assertThat(six.lines("本局决定予以受理现告知您")).containsExactly("本局决定予以", "受理现告知您");
        assertThat(six.lines("")).containsExactly("");
    }

    @Test
    void noClosingMarkBeginsALineAndNoOpeningMarkEndsOne() {
        assertThat(six.lines("本局决定予以。受理")).containsExactly("本局决定予", "以。受理");
        assertThat(six.lines("沪黄市监投〔2026〕1号")).containsExactly("沪黄市监投", "〔2026〕", "1号");
    }

    @Test
    void aNumberStaysWholeUnlessItIsWiderThanALine() {
        assertThat(six.lines("登记编号12345")).containsExactly("登记编号", "12345");
        assertThat(six.lines("号1234567890")).containsExactly("号12345", "67890");
    }
}

package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanyTest {
    @Test
    void whoMayNotKnowWhereElseTheOthersAreUsedIsNotToldThatTheyAreNot() {
        Company company = new Company(3, 0, 0);
        assertThat(company.signals())
                .singleElement()
                .satisfies(line -> assertThat(line.supports()).contains("也未见另用于其他事项"));
        assertThat(company.ofFilesAlone().signals())
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.supports())
                                        .contains("未见自身载明", "未作查对")
                                        .doesNotContain("未见另用于"));
    }
}

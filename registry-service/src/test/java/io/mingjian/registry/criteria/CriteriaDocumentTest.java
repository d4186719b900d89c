package io.mingjian.registry.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/criteria.md} shows the criteria as they ship; a lawyer reads it. */
@QuarkusTest
class CriteriaDocumentTest extends ServiceTest {
    private static final Path DOCUMENT = Path.of("../docs/criteria.md");

    /** The words of each criterion as they ship; versions that tests add are left out. */
    private static final String ROWS =
            """
            select '| ' || code || ' | ' || metric || ' | ' || window_days || ' | ' ||
              coalesce(case when strictly then '>' else '≥' end || watch, '–') || ' | ' ||
              coalesce(case when strictly then '>' else '≥' end || review, '–') || ' | ' ||
              minimum_sample || ' | ' || case when alone then '是' else '否' end || ' | ' || basis || ' | ' || status ||
              ' | ' || valid_from || ' |'
            from criterion_version where version = 1 order by metric = 'CONDUCT_DEFINITION', code
            """;

    private static final String HEAD =
            """
            # 判定标准（随附版本）

            Written by a test from the rows that ship; the numbers are assumptions of this product until a city sets its own by two persons.
            Nobody is proposed by a single statistic: a criterion that only counts needs a second one that points the same way;
            only what rests on findings of people proposes by itself. Filings that were upheld or set aside (whistle-blower, insider,
            safety) count for nothing.

            | 标准 | 统计内容 | 期间（日） | 关注线 | 复核线 | 最小样本 | 可单独提请 | 依据 | 效力 | 施行 |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    @Test
    void theDocumentShowsTheCriteriaAsTheyShip() throws IOException {
        List<String> rows = texts(ROWS);
        assertThat(rows).hasSize(16);
        String written = HEAD + String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("mingjian.update-docs")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(DOCUMENT).as("run with -Dmingjian.update-docs=true").hasContent(written);
    }
}

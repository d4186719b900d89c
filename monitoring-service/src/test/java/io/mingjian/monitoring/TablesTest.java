package io.mingjian.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.monitoring.finding.PlatformOrganisations;
import io.mingjian.monitoring.finding.Platforms;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever runs the service replaces a table by a file, and learns at the start if it is wrong. */
class TablesTest {
    private static final String ROW =
            "- {platform: xinpingtai, zh: 新平台, basis: 通知, status: ASSUMPTION}\n";

    @TempDir private Path folder;

    @Test
    void aFileInTheFolderTakesThePlaceOfTheTableThatShips() throws IOException {
        write("platforms.yaml", ROW);
        Platforms platforms = Platforms.of(configured());
        assertThat(platforms.knows("XinPingTai")).isTrue();
        assertThat(platforms.knows("yougou")).isFalse();
        assertThat(configured().inForce(Table.PLATFORMS).source())
                .isEqualTo(folder.resolve("platforms.yaml").toString());
        assertThat(configured().inForce(Table.PLATFORMS).sha256()).hasSize(64);
        assertThat(configured().inForce(Table.PLACE_RULES).source())
                .isEqualTo("shipped codes/place-rules.yaml");
    }

    @Test
    void withoutAFolderTheTablesAreThoseThatShip() {
        Tables shipped =
                Tables.configured(
                        new SmallRyeConfigBuilder()
                                .withSources(
                                        new PropertiesConfigSource(
                                                Map.of("mingjian.tables.folder", ""), "test", 100))
                                .build());
        assertThat(Platforms.of(shipped).knows("yougou")).isTrue();
        assertThatCode(shipped::requireKnownFiles).doesNotThrowAnyException();
    }

    @Test
    void aWrongTableIsNamedWithWhatIsWrong() throws IOException {
        write("platforms.yaml", ROW + ROW);
        assertThatThrownBy(() -> Platforms.of(configured()))
                .hasMessageContainingAll("platforms.yaml", "cannot be used", "xinpingtai");
        write("platforms.yaml", "- {platform: a, zh: 甲, basis: x, status: y, seat: 310101}");
        assertThatThrownBy(() -> Platforms.of(configured())).hasMessageContaining("seat");
        write("platforms.yaml", "- {platform: a}");
        assertThatThrownBy(() -> Platforms.of(configured())).hasMessageContaining("zh");
        write("platforms.yaml", "");
        assertThatThrownBy(() -> Platforms.of(configured())).hasMessageContaining("platforms.yaml");
    }

    @Test
    void whoAnswersForAPlatformIsATableOfItsOwn() throws IOException {
        write(
                "platform-organisations.yaml",
                "- {platform: xin, organisation: platform-xin, basis: 通知, status: ASSUMPTION}\n");
        PlatformOrganisations organisations = PlatformOrganisations.of(configured());
        assertThat(organisations.knows("platform-xin")).isTrue();
        assertThat(organisations.knows("platform-yougou")).isFalse();
        write(
                "platform-organisations.yaml",
                "- {platform: xin, organisation: monitor-xin, basis: 通知, status: ASSUMPTION}\n");
        assertThatThrownBy(() -> PlatformOrganisations.of(configured()))
                .hasMessageContainingAll("platform-organisations.yaml", "monitor-xin");
    }

    @Test
    void aPlatformForWhichNobodyAnswersIsNamed() throws IOException {
        assertThat(PlatformOrganisations.of(configured()).unansweredOf(Platforms.of(configured())))
                .as("as shipped")
                .isEmpty();
        write("platforms.yaml", ROW + ROW.replace("xinpingtai", "YouGou"));
        assertThat(PlatformOrganisations.of(configured()).unansweredOf(Platforms.of(configured())))
                .containsExactly("xinpingtai");
    }

    @Test
    void aMisspeltNameIsNotPassedOver() throws IOException {
        write("platform.yaml", ROW);
        assertThatThrownBy(() -> configured().requireKnownFiles())
                .hasMessageContainingAll("[platform.yaml]", "platforms.yaml", "sla-tasks.yaml");
        assertThatThrownBy(() -> Tables.in(folder.resolve("gone")).requireKnownFiles())
                .hasMessageContaining("cannot be read");
    }

    /** A mounted ConfigMap keeps its versions beside the files, under names with dots. */
    @Test
    void whatMountingLeavesThereIsNoTable() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_11_30"));
        Files.writeString(version.resolve("platforms.yaml"), ROW);
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(
                folder.resolve("platforms.yaml"), Path.of("..data/platforms.yaml"));
        configured().requireKnownFiles();
        assertThat(Platforms.of(configured()).knows("xinpingtai")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachTableIsReadByTheClassThatTheStartLoads(Table table) throws Exception {
        Class<?> reader =
                Class.forName(table.readBy(), true, Thread.currentThread().getContextClassLoader());
        assertThat(reader).isNotNull();
        assertThat(Tables.INSTALLED.inForce(table).yaml()).isNotBlank();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Tables configured() {
        return Tables.configured(
                new SmallRyeConfigBuilder()
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("mingjian.tables.folder", folder.toString()),
                                        "test",
                                        100))
                        .build());
    }
}

package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.media.MediaKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzerPanelTest {
    private static final List<Class<?>> ON_THE_PANEL =
            AnalyzerPanel.ALL.stream().<Class<?>>map(Object::getClass).toList();

    @Test
    void everyAnalyzerIsOnThePanel() {
        List<String> written =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.mingjian.detection")
                                .stream()
                                .filter(type -> type.isAssignableTo(Analyzer.class))
                                .filter(type -> !type.isInterface())
                                .filter(
                                        type ->
                                                !type.getModifiers()
                                                        .contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName)
                                .sorted()
                                .toList();
        assertThat(ON_THE_PANEL)
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void namesAreUniqueAndWhoReadsPicturesReadsThemAll() {
        assertThat(AnalyzerPanel.ALL)
                .extracting(analyzer -> analyzer.id().name())
                .doesNotHaveDuplicates();
        assertThat(AnalyzerPanel.ALL)
                .filteredOn(analyzer -> !MediaKind.FILMS.containsAll(analyzer.reads()))
                .isNotEmpty()
                .allSatisfy(
                        analyzer -> assertThat(analyzer.reads()).containsAll(MediaKind.PICTURES));
    }
}

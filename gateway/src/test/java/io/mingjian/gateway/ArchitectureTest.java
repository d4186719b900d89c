package io.mingjian.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.mingjian.gateway.wrong.WrongClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms of the gateway stay apart. Each rule is proven by a class in {@code wrong} that breaks
 * it.
 */
class ArchitectureTest {
    private static final String[] OTHER_MODULES = {
        "io.mingjian.kit..",
        "io.mingjian.registry..",
        "io.mingjian.detection..",
        "io.mingjian.monitoring.."
    };

    private static final JavaClasses GATEWAY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.mingjian.gateway");
    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackagesOf(WrongClasses.class);

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(OTHER_MODULES)
                        .because(
                                "the gateway speaks to services by HTTP alone and knows only the contracts"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..console..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..gateway.door..", "..gateway.quota..")
                        .because("the console is a guest of the gateway and may not open its door"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..identity..", "..upstream..", "..quota..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..gateway.door..", "..gateway.openapi..", "..gateway.console..")
                        .because("rooms depend downwards"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .because("time comes from the injected clock"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGatewayKeepsTheRule(ArchRule rule) {
        rule.allowEmptyShould(true).check(GATEWAY);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBites(ArchRule rule) {
        assertThat(rule.allowEmptyShould(false).evaluate(WRONG).hasViolation())
                .as("a wrong class breaks: " + rule.getDescription())
                .isTrue();
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.mingjian.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }
}

package io.mingjian.monitoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules of monitoring; beside each rule stands a class that breaks it on purpose. */
class ArchitectureTest {
    private static final String ROOT = "io.mingjian.monitoring.";

    /** Rooms from the ground up; a room knows only those before it. */
    private static final List<String> ROOMS =
            List.of(
                    "clock",
                    "finding",
                    "indication",
                    "monitor",
                    "likeness",
                    "instruction",
                    "lead",
                    "imports",
                    "bundle",
                    "sampling",
                    "assignment",
                    "disposal",
                    "letter",
                    "referral",
                    "campaign",
                    "quality",
                    "sla",
                    "board",
                    "paper");

    private static final String STORES =
            "AgencyBook|Instructions|InstructionFilter|Leads|LeadFilter|LeadOrder|Assignments|Disposals|EvidenceFacts|Duplicates|Sketches|SamplingLots"
                    + "|LeadLoads|TaskTimes|Extensions|Letters|Referrals"
                    + "|Campaigns|PlatformReports|Publications|QualityFigures|Punctuality|BoardCounts"
                    + "|PaperOrders|PaperFiles|PaperSources|ReportRows"
                    + "|Bundles|BundleFiles|ImportsUnderway";

    private record House(String name, ArchRule rule, String wrongClass) {}

    private static Stream<House> rules() {
        return Stream.of(
                new House(
                        "rooms know only those below them",
                        downwards(),
                        ROOT + "finding.LooksUpwards"),
                new House(
                        "disposal and assignment do not know each other",
                        apart(),
                        ROOT + "disposal.LooksAside"),
                new House(
                        "no time but the injected clock's",
                        clockOnly(),
                        ROOT + "wrong.AsksTheWallClock"),
                new House("only stores speak SQL", sqlInStores(), ROOT + "wrong.SpeaksSql"),
                new House(
                        "entities stay in their room",
                        hiddenEntities(),
                        ROOT + "wrong.PublicEntity"),
                new House(
                        "rules are free of the framework",
                        plainRules(),
                        ROOT + "wrong.WaitingCheck"),
                new House(
                        "one transaction annotation",
                        oneTransaction(),
                        ROOT + "wrong.OtherTransaction"),
                new House(
                        "no other service is imported",
                        ownService(),
                        ROOT + "wrong.KnowsTheRegistry"));
    }

    @TestFactory
    Stream<DynamicTest> theServiceKeepsEveryRule() {
        JavaClasses service =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.mingjian.monitoring");
        assertThat(service.size()).isGreaterThan(80);
        return rules().map(
                        house ->
                                DynamicTest.dynamicTest(
                                        house.name(), () -> house.rule().check(service)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return rules().map(
                        house ->
                                DynamicTest.dynamicTest(
                                        house.name(),
                                        () ->
                                                assertThat(breaks(house))
                                                        .as(house.wrongClass())
                                                        .isTrue()));
    }

    private static boolean breaks(House house) throws ClassNotFoundException {
        JavaClasses wrong =
                new ClassFileImporter().importClasses(Class.forName(house.wrongClass()));
        return house.rule().allowEmptyShould(true).evaluate(wrong).hasViolation();
    }

    private static ArchRule downwards() {
        return classes()
                .that()
                .resideInAPackage("io.mingjian.monitoring..")
                .should(knowOnlyLowerRooms());
    }

    private static ArchCondition<JavaClass> knowOnlyLowerRooms() {
        return new ArchCondition<>("know only rooms below their own") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(
                                dependency ->
                                        room(dependency.getTargetClass()) > room(origin)
                                                && room(origin) >= 0)
                        .forEach(
                                dependency ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        origin, dependency.getDescription())));
            }
        };
    }

    private static int room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? ROOMS.indexOf(name.substring(ROOT.length())) : -1;
    }

    private static ArchRule apart() {
        return noClasses()
                .that()
                .resideInAPackage("io.mingjian.monitoring.disposal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mingjian.monitoring.assignment..");
    }

    private static ArchRule clockOnly() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        DescribedPredicate.<JavaAccess<?>>describe(
                                "reads the time without the injected clock",
                                ArchitectureTest::readsWallClock));
    }

    private static boolean readsWallClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean now =
                owner.getPackageName().startsWith("java.time")
                        && access.getName().equals("now")
                        && !access.getDescription().contains(Clock.class.getName());
        boolean system =
                owner.isEquivalentTo(System.class)
                        && List.of("currentTimeMillis", "nanoTime").contains(access.getName());
        boolean ownClock =
                owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
        return now || system || ownClock;
    }

    private static ArchRule sqlInStores() {
        return noClasses()
                .that()
                .haveNameNotMatching(".*\\.(" + STORES + ")(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Mutiny.class);
    }

    private static ArchRule hiddenEntities() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(MappedSuperclass.class)
                .should()
                .notBePublic();
    }

    private static ArchRule plainRules() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Check")
                .or()
                .haveSimpleNameEndingWith("Lifecycle")
                .or()
                .haveSimpleNameEndingWith("Rules")
                .or()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Uni.class);
    }

    private static ArchRule oneTransaction() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.transaction..");
    }

    private static ArchRule ownService() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.mingjian.registry..",
                        "io.mingjian.detection..",
                        "io.mingjian.gateway..");
    }
}

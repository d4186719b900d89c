package io.mingjian.detection;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The borders between rooms. Each rule is proven by a class under {@code wrong} that breaks it. */
class ArchitectureTest {
    private static final String OURS = "io.mingjian.detection";
    private static final String WRONG = "io.mingjian.detection.wrong";
    private static final Set<String> PURE_ROOMS =
            Set.of(
                    "finding",
                    "media",
                    "provenance",
                    "quantisation",
                    "thumbnail",
                    "c2pa",
                    "network",
                    "model",
                    "evaluation",
                    "visiblelabel",
                    "forensics",
                    "film",
                    "reuse",
                    "prompt",
                    "bundle",
                    "verifier");
    private static final Set<String> STORES =
            Set.of(
                    "Evidences",
                    "CustodyChain",
                    "EvidenceNamings",
                    "EvidenceMatters",
                    "KeptContents",
                    "Holds",
                    "EvidenceSets",
                    "BankEntries",
                    "BankPrints",
                    "BankMatches",
                    "PicturePrints",
                    "PictureMatches",
                    "AnalyzerRuns",
                    "AnalyzerScores",
                    "Indications",
                    "AnalysisWishes",
                    "Outcomes",
                    "Calibrations",
                    "Drifts",
                    "GenerationRequests",
                    "SealLog",
                    "PublishedHeads");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/wrong/"))
                    .importPackages(OURS);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(WRONG);

    @Test
    void pureRoomsKnowNoFramework() {
        holdsAndBites(pureRooms(OURS), pureRooms(WRONG));
    }

    @Test
    void roomsFormNoCycle() {
        holdsAndBites(noCycle(OURS), noCycle(WRONG));
    }

    @Test
    void rowsStayInTheirRoom() {
        holdsAndBites(closedRows(), closedRows());
    }

    @Test
    void onlyStoresSpeakSql() {
        holdsAndBites(sqlInStores(), sqlInStores());
    }

    @Test
    void timeComesFromTheClock() {
        holdsAndBites(noHiddenClock(), noHiddenClock());
    }

    @Test
    void noServiceImportsAnother() {
        holdsAndBites(apart("(registry|monitoring|gateway)"), apart("kit"));
    }

    private static void holdsAndBites(ArchRule ours, ArchRule wrong) {
        ours.check(MAIN);
        assertThatThrownBy(() -> wrong.check(BROKEN)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule pureRooms(String base) {
        String[] rooms =
                PURE_ROOMS.stream().map(room -> base + "." + room + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "org.hibernate..",
                        "org.eclipse.microprofile..",
                        "io.mingjian.kit..",
                        OURS + ".content..",
                        OURS + ".evidence..",
                        OURS + ".retention..",
                        OURS + ".sets..",
                        OURS + ".bank..",
                        OURS + ".analysis..",
                        OURS + ".generation..",
                        OURS + ".outcome..",
                        OURS + ".report..",
                        OURS + ".preservation..")
                .allowEmptyShould(true);
    }

    /** No other service is on the class path; to see the rule bite, the kit plays one. */
    private static ArchRule apart(String services) {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        nameMatching("io\\.mingjian\\." + services + "\\..*")
                                .as("are of " + services));
    }

    private static ArchRule noCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule closedRows() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .notBePublic();
    }

    private static ArchRule sqlInStores() {
        DescribedPredicate<JavaClass> notAStore =
                DescribedPredicate.describe(
                        "are no stores", type -> !STORES.contains(outermost(type)));
        return noClasses()
                .that(notAStore)
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "SQL is made",
                                call ->
                                        call.getTarget()
                                                .getName()
                                                .matches(
                                                        "create(Native|Selection|Mutation)?Query")));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass()
                .map(ArchitectureTest::outermost)
                .orElse(type.getSimpleName());
    }

    private static ArchRule noHiddenClock() {
        DescribedPredicate<JavaAccess<?>> hidden =
                DescribedPredicate.describe(
                        "the time is taken without the clock",
                        access ->
                                access.getTargetOwner().getPackageName().startsWith("java.time")
                                                && access.getTarget().getName().equals("now")
                                                && access.getTarget().getFullName().endsWith("()")
                                        || access.getTarget()
                                                .getName()
                                                .equals("currentTimeMillis"));
        return noClasses().should().accessTargetWhere(hidden);
    }
}

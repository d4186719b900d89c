package io.mingjian.registry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.procedure.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules of the registry; beside each rule stands a class that breaks it on purpose. */
class ArchitectureTest {
    private static final String ROOT = "io.mingjian.registry.";

    /** Which rooms a room may know; downwards only. */
    private static final Map<String, Set<String>> MAY_KNOW =
            Map.ofEntries(
                    Map.entry("code", Set.of()),
                    Map.entry("form", Set.of("code")),
                    Map.entry("clue", Set.of("person", "queue")),
                    Map.entry(
                            "procedure",
                            Set.of("code", "form", "filer", "evidence", "queue", "document")),
                    Map.entry("filer", Set.of("code")),
                    Map.entry("evidence", Set.of()),
                    Map.entry("queue", Set.of("code", "evidence")),
                    Map.entry("recount", Set.of("queue")),
                    Map.entry("person", Set.of("filer", "procedure", "queue")),
                    Map.entry(
                            "dossier",
                            Set.of("evidence", "filer", "ledger", "listing", "person", "queue")),
                    Map.entry("disclosure", Set.of("code", "filer", "queue")),
                    Map.entry("document", Set.of("code", "filer", "evidence")),
                    Map.entry("lookup", Set.of("code", "filer")),
                    Map.entry("listing", Set.of("code", "filer", "lookup", "procedure", "queue")),
                    Map.entry("trial", Set.of("criteria", "ledger", "listing")),
                    Map.entry("ledger", Set.of("code", "form", "filer", "person")),
                    Map.entry(
                            "criteria",
                            Set.of("code", "filer", "person", "ledger", "listing", "queue")),
                    Map.entry(
                            "complaint",
                            Set.of(
                                    "code",
                                    "form",
                                    "procedure",
                                    "filer",
                                    "ledger",
                                    "evidence",
                                    "queue",
                                    "document")),
                    Map.entry(
                            "report",
                            Set.of(
                                    "code",
                                    "form",
                                    "procedure",
                                    "filer",
                                    "ledger",
                                    "evidence",
                                    "queue",
                                    "document")),
                    Map.entry("imports", Set.of("code", "form", "filer", "intake", "listing")),
                    Map.entry(
                            "intake",
                            Set.of("code", "form", "procedure", "filer", "complaint", "report")));

    private record House(String name, ArchRule rule, String wrongClass) {}

    private static Stream<House> rules() {
        Stream<House> borders =
                MAY_KNOW.keySet().stream()
                        .sorted()
                        .map(
                                room ->
                                        new House(
                                                "room " + room + " keeps its borders",
                                                border(room),
                                                null));
        return Stream.concat(
                borders,
                Stream.of(
                        new House(
                                "a room that reaches upwards is caught",
                                border("code"),
                                ROOT + "code.WrongBorder"),
                        new House(
                                "who handles filings knows nothing of the list",
                                handlingKnowsNoList(),
                                ROOT + "queue.WrongListing"),
                        new House(
                                "no rule sees a flag",
                                rulesSeeNoFlag(),
                                ROOT + "complaint.WrongFlag"),
                        new House(
                                "rules are free of transport",
                                rulesDoNotWait(),
                                ROOT + "code.WrongRule"),
                        new House(
                                "every query takes the caller",
                                queriesTakeTheCaller(),
                                ROOT + "wrong.WrongStore"),
                        new House(
                                "time comes from the clock",
                                timeComesFromTheClock(),
                                ROOT + "wrong.WrongTime"),
                        new House(
                                "one transaction annotation",
                                oneTransactionAnnotation(),
                                ROOT + "wrong.WrongTransaction"),
                        new House(
                                "one session is one line of work",
                                noJoining(),
                                ROOT + "wrong.WrongJoin")));
    }

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        JavaClasses main =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.mingjian.registry");
        assertThat(main.contain(ROOT + "complaint.Complaint")).isTrue();
        return rules().map(
                        house ->
                                DynamicTest.dynamicTest(
                                        house.name(), () -> house.rule().check(main)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleBites() {
        return rules().filter(house -> house.wrongClass() != null)
                .map(
                        house ->
                                DynamicTest.dynamicTest(
                                        house.name(),
                                        () -> {
                                            JavaClasses wrong =
                                                    new ClassFileImporter()
                                                            .importClasses(
                                                                    Class.forName(
                                                                            house.wrongClass()));
                                            assertThat(house.rule().evaluate(wrong).hasViolation())
                                                    .isTrue();
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyRoomHasItsBorders() {
        JavaClasses main =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.mingjian.registry");
        return main.stream()
                .map(each -> each.getPackageName().substring(ROOT.length() - 1))
                .filter(rest -> !rest.isEmpty())
                .map(rest -> rest.substring(1))
                .distinct()
                .map(
                        room ->
                                DynamicTest.dynamicTest(
                                        room, () -> assertThat(MAY_KNOW).containsKey(room)));
    }

    private static ArchRule border(String room) {
        Set<String> allowed = MAY_KNOW.get(room);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat(
                        describe(
                                "lie in rooms other than " + allowed,
                                target ->
                                        target.getPackageName().startsWith(ROOT)
                                                && !target.getPackageName().equals(ROOT + room)
                                                && !allowed.contains(
                                                        target.getPackageName()
                                                                .substring(ROOT.length()))));
    }

    /**
     * A listing must not be able to change what is done with a filing. Files of other agencies'
     * entries come in beside files of filings; what enters those is the only exception.
     */
    private static ArchRule handlingKnowsNoList() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        Stream.of(
                                        "intake",
                                        "complaint",
                                        "report",
                                        "procedure",
                                        "queue",
                                        "evidence",
                                        "document",
                                        "imports")
                                .map(room -> ROOT + room)
                                .toArray(String[]::new))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "imports.EntryRows")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "listing", ROOT + "lookup");
    }

    /** Flags are shown on pages and lines and read nowhere else. */
    private static ArchRule rulesSeeNoFlag() {
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + "complaint", ROOT + "report", ROOT + "procedure")
                .and(
                        describe(
                                "are no pages",
                                each ->
                                        !each.getName().contains("Views")
                                                && !each.getSimpleName().startsWith("Pages")
                                                && !each.getName().contains("Pages$")
                                                && !each.getSimpleName().equals("Surroundings")))
                .should()
                .dependOnClassesThat(
                        describe(
                                "are flags", each -> each.getSimpleName().startsWith("FilerFlag")));
    }

    private static ArchRule rulesDoNotWait() {
        DescribedPredicate<JavaClass> isRule =
                describe(
                        "are rules",
                        each ->
                                each.isAnnotatedWith(Entity.class)
                                        || Set.of(ROOT + "code", ROOT + "form")
                                                .contains(each.getPackageName())
                                        || each.getSimpleName().endsWith("Lifecycle")
                                        || Set.of(
                                                        "Criterion",
                                                        "CriterionProposal",
                                                        "Counting",
                                                        "Evaluator",
                                                        "History",
                                                        "Proposing",
                                                        "Succession",
                                                        "FormReader",
                                                        "HeadReader",
                                                        "PersonReader",
                                                        "FilerReader",
                                                        "AgentReader",
                                                        "JointReader",
                                                        "RespondentReader",
                                                        "DisputeReader",
                                                        "ClueReader",
                                                        "DistrictReader",
                                                        "Whereabouts",
                                                        "NonAcceptance",
                                                        "Termination",
                                                        "ComplaintNotices",
                                                        "ComplaintForms",
                                                        "MediationRequests",
                                                        "NoCase",
                                                        "Pending",
                                                        "Periods",
                                                        "ReportForms",
                                                        "ReportNotices",
                                                        "ReportRequests",
                                                        "ResultRules",
                                                        "SameMatter",
                                                        "Timely",
                                                        "PlaceRules",
                                                        "RegistrationNo",
                                                        "Resolution",
                                                        "MatchRule",
                                                        "Components",
                                                        "Patterns",
                                                        "Dossier",
                                                        "Spelling",
                                                        "RunningClocks",
                                                        "EntryForms",
                                                        "EntryRequests",
                                                        "Hearing",
                                                        "Openness",
                                                        "Remedies",
                                                        "Resolving",
                                                        "Settled",
                                                        "Term")
                                                .contains(each.getSimpleName()));
        return noClasses()
                .that(are(isRule))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.smallrye.mutiny..")
                                .or(resideInAPackage("jakarta.ws.rs.."))
                                .or(resideInAPackage("jakarta.inject.."))
                                .or(resideInAPackage("io.mingjian.kit.session..")));
    }

    private static ArchRule queriesTakeTheCaller() {
        return methods()
                .that()
                .areDeclaredInClassesThat(
                        describe(
                                "talk to the database",
                                each ->
                                        each.getMethodCallsFromSelf().stream()
                                                .anyMatch(
                                                        call ->
                                                                call.getTargetOwner()
                                                                        .isEquivalentTo(
                                                                                Sessions.class))))
                .and()
                .doNotHaveModifier(JavaModifier.PRIVATE)
                .and()
                .haveRawReturnType(Uni.class)
                .should(
                        new ArchCondition<>("take the caller") {
                            @Override
                            public void check(JavaMethod method, ConditionEvents events) {
                                boolean takes =
                                        method.getRawParameterTypes().stream()
                                                .anyMatch(
                                                        type ->
                                                                type.isEquivalentTo(Caller.class)
                                                                        || type.isEquivalentTo(
                                                                                Moment.class));
                                events.add(
                                        new SimpleConditionEvent(
                                                method,
                                                takes,
                                                method.getFullName() + " takes no caller"));
                            }
                        });
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe("read the machine's time", ArchitectureTest::readsMachineTime));
    }

    private static boolean readsMachineTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean now =
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && !access.getTarget().getFullName().contains(Clock.class.getName());
        boolean ownClock = owner.equals(Clock.class.getName()) && name.startsWith("system");
        boolean millis =
                owner.equals(System.class.getName())
                        && Arrays.asList("currentTimeMillis", "nanoTime").contains(name);
        return now || ownClock || millis;
    }

    private static ArchRule oneTransactionAnnotation() {
        return noMethods().should().beAnnotatedWith("jakarta.transaction.Transactional");
    }

    private static ArchRule noJoining() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "combine or join",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(Uni.class)
                                                && Set.of("combine", "join")
                                                        .contains(access.getTarget().getName())));
    }
}

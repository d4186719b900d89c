package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Auditor;
import io.mingjian.acceptance.tour.Seen;
import io.mingjian.acceptance.tour.Tour;
import io.mingjian.stack.Addresses;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour is told once; each test asserts one of its steps on what it brought back. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Seen seen;

    @BeforeAll
    void theTourIsTold(Addresses addresses) {
        seen = told(addresses);
    }

    private Seen told(Addresses addresses) {
        try {
            return Tour.walk(
                    addresses,
                    Optional.empty(),
                    Clock.systemUTC(),
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
        } finally {
            System.out.println(printed.toString(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class TheGenuinePhotograph {
        @Test
        void showsNoSignAndIsNotCalledReal() {
            Answer analysis = seen.genuine().analysis();
            assertThat(analysis.textAt("/band")).isEqualTo("NO_SIGN");
            assertThat(analysis.textAt("/labelVerdict")).isEqualTo("NONE_FOUND");
            assertThat(analysis.textAt("/summary")).contains("不表示图像真实");
            assertThat(analysis.textAt("/notice")).contains("仅供");
        }

        @Test
        void complaintIsRoutedToTheDistrictAndDueInSevenWorkingDays() {
            Answer filing = seen.genuine().filing();
            assertThat(filing.textAt("/state")).isEqualTo("ROUTED");
            assertThat(filing.textAt("/holder")).isEqualTo("samr-huangpu");
            assertThat(filing.textAt("/due/term")).isEqualTo("7WD");
            assertThat(filing.textAt("/due/basis")).contains("15");
            assertThat(LocalDate.parse(filing.textAt("/due/dueOn")))
                    .isAfter(LocalDate.parse(filing.textAt("/due/startedOn")));
        }

        @Test
        void complainantIsMasked() {
            String shown = seen.genuine().filing().text();
            assertThat(seen.genuine().filing().at("/complainant").toString()).contains("*");
            assertThat(shown).doesNotContain("上海市黄浦区人民大道");
        }

        @Test
        void isAcceptedWithReasonsAndTheMediationClockRuns() {
            Answer decided = seen.genuine().decided();
            assertThat(decided).isNotNull();
            assertThat(decided.textAt("/state")).isEqualTo("ACCEPTED");
            assertThat(decided.textAt("/due/term")).isEqualTo("60ND");
            assertThat(last(decided, "by")).isEqualTo("huangpu.handler");
            assertThat(last(decided, "reasons")).isNotBlank();
        }
    }

    @Nested
    class TheLabelledPicture {
        @Test
        void saysWhatItsMetadataDeclareAndWhatThatDoesNotProve() {
            Answer analysis = seen.labelled().analysis();
            assertThat(analysis.textAt("/band")).isEqualTo("DECLARED_OR_REUSED");
            assertThat(analysis.textAt("/labelVerdict")).isEqualTo("CONFIRMED_BY_METADATA");
            assertThat(analysis.each("/signals", "code")).contains("GB_LABEL_CONFIRMED");
            assertThat(analysis.each("/signals", "supports"))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(analysis.each("/signals", "doesNotProve"))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }

        @Test
        void isQueuedForTheHandlerWithItsBand() {
            assertThat(seen.labelled().queued().path("strongestBand").asText())
                    .isEqualTo("DECLARED_OR_REUSED");
            assertThat(seen.labelled().queued().path("remainingWorkingDays").asInt())
                    .isBetween(0, 7);
        }

        @Test
        void movesNoFilingByItself() {
            assertThat(seen.labelled().filing().textAt("/state")).isEqualTo("ROUTED");
            assertThat(seen.labelled().filing().each("/steps", "by"))
                    .noneMatch(by -> by.contains("detection"));
        }

        @Test
        void isRevisedWhenTheCopyComes() {
            Answer revised = seen.labelledAfterReuse();
            assertThat(revised.at("/revision").asInt()).isGreaterThan(1);
            assertThat(revised.each("/signals", "code"))
                    .contains("REUSED_IN_OTHER_MATTER", "GB_LABEL_CONFIRMED");
        }
    }

    @Nested
    class TheCopy {
        @Test
        void hasLostTheLabelAndIsFoundAgainAllTheSame() {
            Answer analysis = seen.copied().analysis();
            assertThat(analysis.textAt("/labelVerdict")).isEqualTo("NONE_FOUND");
            assertThat(analysis.textAt("/band")).isEqualTo("DECLARED_OR_REUSED");
            assertThat(analysis.each("/reuse/visible", "evidenceId"))
                    .contains(seen.labelled().evidenceId());
            assertThat(analysis.textAt("/reuse/visible/0/kind")).isEqualTo("CROPPED");
        }

        @Test
        void cameWithAMixedFilingThatBecameTwoOfOneFiler() {
            Answer registered = seen.copied().registered();
            assertThat(registered.each("/filings", "kind"))
                    .isEqualTo(List.of("COMPLAINT", "REPORT"));
            assertThat(registered.each("/filings", "registrationNo")).doesNotHaveDuplicates();
            assertThat(seen.copied().filing().textAt("/filerId")).isNotBlank();
        }

        @Test
        void complaintIsRefusedOnAGroundWithFactorsReasonsAndRemedies() {
            Answer decided = seen.copied().decided();
            assertThat(decided).isNotNull();
            assertThat(decided.textAt("/state")).isEqualTo("NOT_ACCEPTED");
            assertThat(last(decided, "ground")).isEqualTo("16(3)");
            assertThat(last(decided, "reasons")).contains("不能证明存在真实消费");
            assertThat(decided.textAt("/remedies")).contains("第三十九条");
        }
    }

    @Nested
    class TheChangedCopies {
        @Test
        void areFoundHoweverTheyWereChanged() {
            assertThat(seen.changedCopies()).hasSize(3);
            assertThat(kinds(0)).contains("SAME_PICTURE");
            assertThat(kinds(1)).contains("TURNED");
            // How slanted the screen was photographed differs from run to run; hardly at all looks
            // like a crop.
            assertThat(kinds(2)).containsAnyOf("TILTED", "CROPPED");
        }

        @Test
        void areExplainedByWhatFits() {
            assertThat(seen.changedCopies())
                    .allSatisfy(
                            analysis -> {
                                assertThat(analysis.textAt("/band"))
                                        .isEqualTo("DECLARED_OR_REUSED");
                                assertThat(analysis.each("/signals", "supports"))
                                        .anyMatch(text -> text.contains("依据："));
                            });
        }

        private List<String> kinds(int copy) {
            return seen.changedCopies().get(copy).each("/reuse/visible", "kind");
        }
    }

    @Nested
    class TheLetter {
        @Test
        void wentThroughIdentityAcceptanceAndMediationToAnAgreement() {
            Answer agreed = seen.letter().agreed();
            assertThat(seen.letter().registered().at("/filings")).hasSize(1);
            assertThat(agreed.textAt("/state")).isEqualTo("AGREED");
            assertThat(agreed.each("/steps", "step"))
                    .isEqualTo(
                            List.of(
                                    "ROUTE",
                                    "REQUEST_IDENTITY",
                                    "SUPPLY_IDENTITY",
                                    "ACCEPT",
                                    "BEGIN_MEDIATION",
                                    "APPOINT",
                                    "AGREE"));
        }
    }

    @Nested
    class TheMediationDocument {
        @Test
        void isNumberedForBothPartiesBesideTheEarlierNotices() {
            Answer documents = seen.letter().documents();
            assertThat(documents.each("/items", "kind"))
                    .contains("IDENTITY_REQUEST", "COMPLAINT_ACCEPTED", "MEDIATION_APPOINTMENT");
            assertThat(documents.each("/items", "kind"))
                    .filteredOn("MEDIATION_DOCUMENT"::equals)
                    .hasSize(2);
            assertThat(documents.each("/items", "documentNo")).doesNotHaveDuplicates();
        }

        @Test
        void comesAsPdfAndAsDocx() {
            assertThat(seen.letter().pdf().bytes()).startsWith('%', 'P', 'D', 'F');
            assertThat(seen.letter().docx().bytes()).startsWith('P', 'K');
            assertThat(seen.letter().pdf().header("Document-Rendition")).isEqualTo("FIRST");
        }

        @Test
        void wasServedOnBothAndTheComplaintFiledAway() {
            assertThat(seen.letter().served()).hasSize(2);
            assertThat(seen.letter().served())
                    .allSatisfy(each -> assertThat(each.at("/services")).hasSize(1));
            assertThat(seen.letter().closed().textAt("/state")).isEqualTo("CLOSED");
        }
    }

    @Nested
    class TheMixedFiling {
        @Test
        void cameToTwoEndsEachOnItsOwn() {
            assertThat(seen.mixed().complaint().textAt("/state")).isEqualTo("CLOSED");
            assertThat(seen.mixed().report().textAt("/state")).isEqualTo("NO_CASE");
        }

        @Test
        void toldTheComplaintNothingOfHowTheReportWasDecided() {
            assertThat(seen.mixed().complaint().text()).doesNotContain("NO_CASE", "不予立案");
        }
    }

    @Nested
    class TheCandidate {
        @Test
        void wasProposedByTheCriterionWithAnExplanationOneCouldShowTheFiler() {
            Answer candidate = seen.candidate();
            int at = candidate.each("/grounds", "criterion").indexOf("FREQ_12M");
            String ground = "/grounds/" + at;
            assertThat(candidate.at(ground + "/inputs/observed").asInt()).isEqualTo(3);
            assertThat(candidate.at(ground + "/inputs/review").asInt()).isEqualTo(3);
            assertThat(candidate.textAt(ground + "/explanation"))
                    .contains("3次")
                    .contains("FREQ_12M");
            assertThat(candidate.textAt("/filerId"))
                    .isEqualTo(seen.copied().filing().textAt("/filerId"));
        }

        @Test
        void isDismissedByAPersonWithReasons() {
            assertThat(seen.dismissed().textAt("/state")).isEqualTo("DISMISSED");
            assertThat(last(seen.dismissed(), "by")).isEqualTo("huangpu.reviewer");
            assertThat(last(seen.dismissed(), "reasons")).isNotBlank();
        }

        @Test
        void dependedOnThresholdsThatTheProposerCouldNotActivateAlone() {
            assertThat(seen.selfActivation().status()).isEqualTo(403);
        }
    }

    @Nested
    class TheListing {
        @Test
        void tookOnePersonFromCandidateToListedObjectedAndRevoked() {
            assertThat(seen.listed().states())
                    .containsEntry("review", "UNDER_REVIEW")
                    .containsEntry("notice", "NOTICED")
                    .containsEntry("defence", "DEFENCE_RECEIVED")
                    .containsEntry("decision", "LISTED")
                    .containsEntry("objection", "OBJECTION_RAISED")
                    .containsEntry("stay", "OBJECTION_RAISED")
                    .containsEntry("decision-again", "REVOKED");
            assertThat(seen.listed().entry().at("/effective").asBoolean()).isTrue();
            assertThat(seen.listed().revoked().at("/effective").asBoolean()).isFalse();
        }

        @Test
        void wasDecidedByTwoPeople() {
            assertThat(seen.listed().entry().each("/steps", "by"))
                    .contains("huangpu.reviewer", "huangpu.head");
        }

        @Test
        void showedFlagsAndLeftTheComplaintToBeAccepted() {
            assertThat(seen.listed().under().each("/flags", "code"))
                    .containsExactlyInAnyOrder(
                            "STRICT_ACCEPTANCE_REVIEW",
                            "STRICT_FILING_REVIEW",
                            "NO_REWARD_IF_CONDITIONS_UNMET",
                            "IDENTITY_VERIFICATION_REQUIRED");
            assertThat(seen.listed().accepted().textAt("/state")).isEqualTo("ACCEPTED");
            assertThat(seen.listed().after().each("/flags", "code")).isEmpty();
        }

        @Test
        void hadWhatWasHandledMeanwhileLookedAtAgain() {
            assertThat(seen.listed().recheck().textAt("/filingId"))
                    .isEqualTo(seen.listed().under().textAt("/id"));
            assertThat(seen.listed().recheck().textAt("/result")).isEqualTo("UNAFFECTED");
            assertThat(seen.listed().after().textAt("/rechecks/0/result")).isEqualTo("处理未受列入影响");
        }
    }

    @Nested
    class TheMonitoringLoop {
        @Test
        void ranThroughEveryStateToItsEnd() {
            assertThat(seen.loop().states().values())
                    .containsExactly(
                            "SUBMITTED",
                            "QUALIFIED",
                            "ASSIGNED",
                            "RECEIVED",
                            "VERIFYING",
                            "DISPOSED",
                            "FEEDBACK_SUBMITTED",
                            "CLOSED");
            assertThat(seen.loop().byCity().textAt("/lead/disposalCode")).isEqualTo("CASE_FILED");
        }

        @Test
        void showsEachPartyItsOwnSide() {
            assertThat(seen.loop().byCity().each("/history", "step")).hasSize(8);
            assertThat(seen.loop().byDistrict().text()).contains("现场核查属实");
            assertThat(seen.loop().byAgency().text())
                    .contains("CASE_FILED")
                    .doesNotContain("现场核查属实")
                    .doesNotContain("huangpu.handler");
            assertThat(seen.loop().byOtherAgency().status()).isEqualTo(404);
        }

        @Test
        void gaveTheDistrictTheEvidenceOfItsLead() {
            assertThat(seen.loop().evidenceByDistrict().status()).isEqualTo(200);
            assertThat(seen.loop().byCity().each("/indications", "hashMatch"))
                    .containsExactly("MATCHES");
        }

        @Test
        void wentToThreeDistrictsAndEndedInEach() {
            assertThat(seen.loop().others())
                    .extracting(lead -> lead.textAt("/lead/districtOrganisation"))
                    .containsExactly("samr-xuhui", "samr-pudong");
            assertThat(seen.loop().others())
                    .extracting(lead -> lead.textAt("/lead/state"))
                    .containsOnly("CLOSED");
            assertThat(seen.loop().others())
                    .extracting(lead -> lead.textAt("/lead/agency"))
                    .containsExactly("monitor-jingwei", "monitor-other");
        }

        @Test
        void askedAPlatformThatAnswered() {
            assertThat(seen.loop().letter().textAt("/state")).isEqualTo("ANSWERED");
            assertThat(seen.loop().letter().textAt("/answer")).contains("经营者信息");
        }

        @Test
        void closedTheInstructionByItselfAndReported() {
            assertThat(seen.loop().closed().textAt("/state")).isEqualTo("CLOSED");
            assertThat(seen.loop().closed().textAt("/closingReasons")).isEmpty();
            assertThat(seen.loop().report().text()).startsWith("%PDF-");
            assertThat(seen.loop().sheets().text()).startsWith("PK");
        }

        @Test
        void printedTheWholeReport() {
            String report = quotedFrom("监测指令办结报告");
            assertThat(report)
                    .contains(seen.loop().instruction().textAt("/instructionNo"))
                    .containsSubsequence("一、概况", "线索总数3件", "二、分类统计", "处置措施主要措施其他措施合计", "三、各区线索分布");
            assertThat(section(report, "三、各区线索分布")).contains("浦东新区", "徐汇区", "黄浦区", "崇明区");
            assertThat(section(report, "四、监测机构与处置区对应"))
                    .containsPattern("黄浦区1，徐汇区1|徐汇区1，黄浦区1")
                    .contains("浦东新区1");
            assertThat(section(report, "五、线索清单")).contains(numbersOfTheLeads());
            assertThat(section(report, "六、说明")).isNotEmpty();
        }

        private List<String> numbersOfTheLeads() {
            return Stream.concat(Stream.of(seen.loop().byCity()), seen.loop().others().stream())
                    .map(lead -> lead.textAt("/lead/leadNo"))
                    .toList();
        }

        /** From its heading to the next one, or to the end. */
        private static String section(String report, String heading) {
            assertThat(report).contains(heading);
            return report.substring(report.indexOf(heading) + heading.length())
                    .split("[一二三四五六]、", 2)[0];
        }

        /** What is quoted from a line on, up to the next line that is told; cells may wrap. */
        private String quotedFrom(String title) {
            return printed.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .dropWhile(line -> !line.equals("| " + title))
                    .takeWhile(line -> line.startsWith("| "))
                    .map(line -> line.substring(2))
                    .collect(Collectors.joining())
                    .replaceAll("[\\s\\p{Z}]", "");
        }
    }

    @Test
    void theOtherDistrictSeesNothingNotEvenThatThereIsSomething() {
        assertThat(seen.otherDistrict()).hasSize(7);
        seen.otherDistrict()
                .forEach(
                        (what, answer) -> {
                            assertThat(answer.status()).as(what).isEqualTo(404);
                            assertThat(answer.isProblem()).as(what).isTrue();
                            assertThat(answer.text())
                                    .as(what)
                                    .doesNotContain(
                                            "裂纹",
                                            "samr-huangpu",
                                            "monitor-jingwei",
                                            seen.copied().evidence().textAt("/sha256"));
                        });
    }

    @Test
    void theAuditChainsOfAllServicesVerifyAndAreNotEmpty() {
        assertThat(seen.chains()).containsOnlyKeys(Auditor.SERVICES);
        seen.chains()
                .forEach(
                        (service, chain) -> {
                            assertThat(chain.at("/intact").asBoolean()).as(service).isTrue();
                            assertThat(chain.at("/entries").asLong()).as(service).isPositive();
                        });
    }

    @Test
    void itIsPrintedInChineseWithAnEnglishGloss() {
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("表述：", "不能证明：", "到期日", "The tour is complete")
                .contains(seen.candidate().textAt("/explanation"));
    }

    @Test
    void itCanBeToldAgainOnTheSameStack(Addresses addresses) {
        Seen again = told(addresses);
        assertThat(again.genuine().analysis().textAt("/band")).isEqualTo("NO_SIGN");
        assertThat(again.copied().filing().textAt("/filerId"))
                .isNotEqualTo(seen.copied().filing().textAt("/filerId"));
    }

    private static String last(Answer view, String member) {
        List<String> values = view.each("/steps", member);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }
}

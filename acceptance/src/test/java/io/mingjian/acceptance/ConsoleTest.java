package io.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.stack.Addresses;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console as an officer of Huangpu meets it: in a browser, by keyboard, on the real stack. */
@Order(1) // Its queue must fit a page.
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    private static final String HANDLER = "huangpu.handler";
    private static final Path PICTURES =
            RunningStack.root().resolve("acceptance/target/screenshots");

    private Addresses addresses;
    private Actors actors;
    private long number;
    private OfficeComputer computer;
    private Screen screen;
    private Page page;

    @BeforeAll
    void theStackRuns(Addresses addresses, Actors actors) {
        this.addresses = addresses;
        this.actors = actors;
        this.number = System.nanoTime();
    }

    @BeforeEach
    void anOfficerSitsDown() {
        Path chromium = OfficeComputer.chromium().orElse(null);
        if (chromium == null) {
            String reason = "skipped: no Chromium; apt-get install chromium fonts-wqy-microhei";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        if (computer == null) {
            computer = new OfficeComputer(chromium);
        }
        screen = new Screen(computer, addresses.gateway(), PICTURES);
        page = screen.page();
    }

    @AfterEach
    void theScreenGoesDark() {
        if (screen != null) {
            screen.close();
        }
    }

    @AfterAll
    void theComputerIsSwitchedOff() {
        if (computer != null) {
            computer.close();
        }
    }

    @Test
    void theWayFromLoginToAnAcceptedComplaintByKeyboard() {
        Answer complaint = aComplaintWithALabelledPicture();
        String id = complaint.textAt("/id");
        String registrationNo = complaint.textAt("/registrationNo");

        screen.open("/console");
        screen.isInOrder("1-landing");
        screen.open("/queue?kind=COMPLAINT&state=ROUTED");
        logIn(HANDLER);
        assertThat(screen.address()).isEqualTo("/queue?kind=COMPLAINT&state=ROUTED");
        screen.isInOrder("2-queue");

        findByKeyboard(registrationNo);
        screen.isInOrder("3-queue-row-chosen");
        page.keyboard().press("Enter");
        page.waitForURL("**/complaints/" + id);
        assertThat(page.locator("h1")).hasText(registrationNo);
        theEvidenceIsExplained();
        screen.isInOrder("4-filing");

        refuseWithoutReasons();
        screen.isInOrder("5-refusal-with-fault");

        accept();
        assertThat(page.locator(".notice")).hasText("已完成：受理。");
        assertThat(page.locator(".status .state")).hasText("已受理");
        assertThat(screen.address()).isEqualTo("/complaints/" + id);
        screen.isInOrder("6-accepted");
        assertThat(seenByRegistry(id)).isEqualTo("ACCEPTED");

        // On a busy machine the second key may come too late for the two to be one command.
        page.clock().setFixedTime(new Date());
        page.keyboard().press("g");
        page.keyboard().press("q");
        page.waitForURL("**/queue");
        logOut();
    }

    @Test
    void keysWorkBeforeTheFrameThatTakesTheirListAway() {
        aComplaint("keys");
        screen.open("/queue?kind=COMPLAINT&state=ROUTED");
        logIn(HANDLER);
        page.evaluate(
                "const list = document.getElementById('keys'); list.showModal(); list.close();"
                        + "document.activeElement.dispatchEvent("
                        + "new KeyboardEvent('keydown', {key: 'j', bubbles: true}))");
        assertThat(page.locator("[data-open-row]").first()).isFocused();
    }

    @Test
    void refusalOnTheThirdGroundShowsItsFactorsAndTellsTheRemedies() {
        String id = aComplaint("refusal").textAt("/id");
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        unfold("不予受理");
        Locator form = page.locator("#non-acceptance");
        Locator factors = form.locator("#non-acceptance-factors");
        assertThat(factors).isHidden();
        form.locator("input[name=ground][value='3']").check();
        assertThat(factors).isVisible();
        form.locator("input[name=factors][value=c]").check();
        form.getByLabel("理由", exactly()).fill("投诉人未能说明购买用途。");
        assertThat(form.getByLabel("告知的其他救济途径")).not().isEmpty();
        screen.isInOrder("7-refusal");
        form.getByRole(AriaRole.BUTTON).getByText("办理：不予受理").click();
        assertThat(page.locator(".status .state")).hasText("不予受理");
        assertThat(page.locator(".steps")).containsText("第16条第3项");
        assertThat(page.locator(".steps")).containsText("不能证明真实消费");
        screen.isInOrder("8-refused");
        assertThat(seenByRegistry(id)).isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void mediationIsBegunAndArranged() {
        String id = aComplaint("mediation").textAt("/id");
        actors.huangpu().accepts(id, "属于本局管辖，予以受理。").require(200);
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        consent("complainantConsent");
        consent("respondentConsent");
        screen.isInOrder("13-consents");
        page.locator("#mediation button.primary").click();
        assertThat(page.locator(".notice")).hasText("已完成：双方同意，开始调解。");

        LocalDateTime at = LocalDateTime.of(today().plusDays(3), LocalTime.of(14, 30));
        page.locator("#appointments-at").fill(at.toString());
        page.locator("#appointments-mediator").fill("王调解");
        page.locator("#appointments button.primary").click();
        assertThat(page.locator("#summary a")).hasText("请填写调解地点。");
        screen.expectStatus(422);
        assertThat(page.locator("#appointments-at")).hasValue(at.toString());
        assertThat(page.locator("#appointments-place")).hasAttribute("aria-invalid", "true");
        screen.isInOrder("14-appointment-with-fault");
        page.locator("#appointments-place").fill("黄浦区局调解室");
        page.locator("#appointments-mode-ON_SITE").check();
        page.locator("#appointments button.primary").click();
        assertThat(page.locator(".notice")).hasText("已完成：约定调解时间地点。");
        screen.isInOrder("15-appointed");
        Answer seen = actors.huangpu().sees(Kind.COMPLAINT, id);
        assertThat(seen.textAt("/facts/1/fact")).isEqualTo("APPOINTED");
        assertThat(seen.textAt("/facts/1/at")).startsWith(at + ":00+08:00");
        assertThat(seen.textAt("/facts/1/place")).isEqualTo("黄浦区局调解室");
    }

    @Test
    void caseIsFiledOnAReportAndClosedWithAFine() {
        String id =
                actors.huangpuIntake()
                        .registers(Filing.aReport(filer(), "case-" + ++number))
                        .textAt("/filings/0/id");
        actors.huangpu().beginsVerification(id).require(200);
        screen.open("/reports/" + id);
        logIn(HANDLER);
        for (String condition :
                List.of(
                        "evidenceOfViolation",
                        "punishable",
                        "withinJurisdiction",
                        "withinLimitation")) {
            page.locator("#case-filing-" + condition + "-true").check();
        }
        page.locator("#case-filing-reasons").fill("现场检查记录和交易记录可以证明。");
        screen.isInOrder("16-case-filing");
        page.locator("#case-filing button.primary").click();
        assertThat(page.locator(".status .state")).hasText("已立案");

        assertThat(page.locator("#case-closing-fineYuan")).isHidden();
        page.locator("#case-closing-result-PENALTY").check();
        page.locator("#case-closing-fineYuan").fill("1200.50");
        page.locator("#case-closing-reasons").fill("违法事实清楚，证据确凿。");
        page.locator("#case-closing button.primary").click();
        assertThat(page.locator(".status .state")).hasText("已结案");
        screen.isInOrder("17-case-closed");
    }

    @Test
    void filingIsClaimedItsEvidenceFoundAndItsNoticeKept() {
        String id = aComplaintWithALabelledPicture().textAt("/id");
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        page.getByText("认领本件").click();
        assertThat(page.locator(".notice")).hasText("已认领本件。");
        assertThat(page.locator("#claim-box")).containsText("您 于");

        Locator evidence = page.locator("#evidence");
        evidence.locator("summary").getByText("认定证据 1").click();
        evidence.getByLabel("人工智能生成", exactly()).check();
        evidence.getByLabel("认定依据", exactly()).selectOption("DECLARED_LABEL");
        evidence.getByLabel("理由", exactly()).fill("文件元数据标明为人工智能生成合成。");
        screen.isInOrder("18-finding");
        evidence.getByRole(AriaRole.BUTTON).getByText("办理：认定证据").click();
        assertThat(page.locator(".notice")).hasText("已记录对证据的认定。");
        assertThat(evidence).containsText("工作人员的认定");
        assertThat(actors.huangpu().sees(Kind.COMPLAINT, id))
                .satisfies(
                        seen ->
                                assertThat(seen.textAt("/evidence/0/confirmation/truth"))
                                        .isEqualTo("GENERATED"));

        page.locator("#acceptance-reasons").fill("属于本局管辖，予以受理。");
        page.locator("#acceptance button.primary").click();
        Locator notices = page.locator("#notices");
        assertThat(notices.locator("tbody tr").first()).containsText("尚未送达");
        screen.isInOrder("19-notices");
        Download file = page.waitForDownload(() -> notices.getByText("DOCX").first().click());
        assertThat(file.failure()).isNull();
        assertThat(file.suggestedFilename()).matches("notice-.*\\.docx");

        page.locator("#claim-box summary").click();
        page.getByText("办理：退回公共待办").click();
        assertThat(page.locator("#claim-box")).containsText("目前无人认领。");
        screen.isInOrder("20-given-back");
    }

    @Test
    void whoComesSecondReadsWhoWasFirstAndKeepsTheText() {
        String id = aComplaint("second").textAt("/id");
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        page.locator("#acceptance-reasons").fill("我写好的理由");
        actors.huangpuReviewer()
                .door()
                .step(
                        "/api/registry/v1/complaints/" + id,
                        "acceptance",
                        Map.of("reasons", "审核人先受理。"))
                .require(200);
        page.locator("#acceptance button.primary").click();
        assertThat(page.locator("#summary")).containsText("huangpu.reviewer");
        assertThat(page.locator("#summary")).containsText("受理");
        assertThat(page.locator(".kept")).containsText("我写好的理由");
        screen.expectStatus(412);
        screen.isInOrder("9-somebody-was-first");
    }

    @Test
    void whatWasTypedSurvivesLeavingThePage() {
        String id = aComplaint("draft").textAt("/id");
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        page.locator("#acceptance-reasons").fill("写到一半");
        screen.open("/queue");
        screen.open("/complaints/" + id);
        assertThat(page.locator("#acceptance-reasons")).hasValue("写到一半");
        assertThat(page.locator(".draft")).isVisible();
        screen.isInOrder("10-draft");
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        String id = aComplaint("session").textAt("/id");
        screen.open("/complaints/" + id);
        logIn(HANDLER);
        page.locator("#acceptance-reasons").fill("会话已结束");
        page.context()
                .clearCookies(
                        new BrowserContext.ClearCookiesOptions()
                                .setName(Pattern.compile("q_session.*")));
        page.locator("#acceptance button.primary").click();
        assertThat(page.locator(".draft")).isVisible();
        assertThat(page.locator("#acceptance-reasons")).hasValue("会话已结束");
        screen.expectStatus(499);
        assertThat(seenByRegistry(id)).isEqualTo("ROUTED");
        page.locator("#acceptance button.primary").click();
        assertThat(page.locator(".status .state")).hasText("已受理");
        screen.isInOrder("12-after-the-session-ended");
    }

    @Test
    void filingOfAnotherDistrictIsAFriendlyPage() {
        String id = aComplaint("foreign").textAt("/id");
        screen.open("/complaints/" + id);
        logIn("pudong.handler");
        assertThat(page.locator("h1")).hasText("找不到该件");
        screen.expectStatus(404);
        screen.isInOrder("11-not-found");
    }

    @Test
    void bothGatesBite() {
        screen.open("/console");
        page.evaluate("document.querySelector('main').append(document.createElement('input'))");
        assertThat(screen.barriers()).anyMatch(each -> each.startsWith("label"));
        page.evaluate("document.querySelector('main').setAttribute('style', 'color: red')");
        assertThat(screen.troubles()).anyMatch(each -> each.contains("Content Security Policy"));
    }

    private Answer aComplaintWithALabelledPicture() {
        var intake = actors.huangpuIntake();
        String evidence = intake.uploads(Pictures.labelled(++number)).textAt("/id");
        String filing =
                intake.registers(
                                Filing.aComplaint(filer(), "console-" + number)
                                        .about("收到的马克杯杯身有裂纹，要求退款")
                                        .naming(evidence))
                        .textAt("/filings/0/id");
        return actors.huangpu().awaitsIndications(Kind.COMPLAINT, filing);
    }

    private Answer aComplaint(String why) {
        String filing =
                actors.huangpuIntake()
                        .registers(Filing.aComplaint(filer(), why + "-" + ++number))
                        .textAt("/filings/0/id");
        return actors.huangpu().sees(Kind.COMPLAINT, filing);
    }

    private void consent(String of) {
        page.locator("#mediation-" + of + "-on").fill(today().toString());
        page.locator("#mediation-" + of + "-how-PHONE").check();
    }

    private static LocalDate today() {
        return LocalDate.now(World.SHANGHAI);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private Person filer() {
        return Person.numbered("周小梅", ++number);
    }

    private String seenByRegistry(String id) {
        return actors.huangpu().sees(Kind.COMPLAINT, id).textAt("/state");
    }

    private void logIn(String user) {
        String password =
                addresses.accounts().stream()
                        .filter(account -> account.user().equals(user))
                        .findFirst()
                        .orElseThrow()
                        .password();
        assertThat(page.url()).startsWith(addresses.issuer().toString());
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> url.startsWith(addresses.gateway().toString()));
        assertThat(page.locator(".who")).containsText(user);
    }

    private void logOut() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("退出")).click();
        page.waitForURL(url -> url.startsWith(addresses.gateway() + "/bye"));
        assertThat(page.locator(".notice")).hasText("您已退出登录。");
        screen.open("/queue");
        assertThat(page.url()).startsWith(addresses.issuer().toString());
    }

    /** Narrows the page to one number, then walks down to it. */
    private void findByKeyboard(String registrationNo) {
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("j");
        assertThat(page.locator("[data-open-row]").first()).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#find")).isFocused();
        page.keyboard().insertText(registrationNo);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-open-row]:focus")).hasText(registrationNo);
    }

    private void theEvidenceIsExplained() {
        Locator evidence = page.locator("#evidence");
        assertThat(evidence.locator(".signals li").first()).containsText("表述");
        Locator signals = evidence.locator(".signals > li");
        assertThat(evidence.locator(".signals .not")).hasCount(signals.count());
        Locator viewer = evidence.locator("mj-evidence").first();
        viewer.scrollIntoViewIfNeeded();
        page.waitForFunction(
                "() => document.querySelector('mj-evidence .copy').naturalWidth > 100");
        viewer.locator(".pane").press("+");
        viewer.locator(".pane").press("ArrowRight");
        assertThat(viewer).hasAttribute("data-zoom", "1.40");
        viewer.locator(".pane").press("0");
        assertThat(viewer).hasAttribute("data-zoom", "1.00");
        theHeatMapLiesOver(viewer);
    }

    private void theHeatMapLiesOver(Locator viewer) {
        Locator slider = viewer.locator("[data-heat]");
        for (int i = 0; i < 12; i++) {
            slider.press("ArrowRight");
        }
        page.waitForFunction(
                "() => document.querySelector('mj-evidence [data-heat]').disabled"
                        + " || document.querySelector('mj-evidence .heat')?.naturalWidth > 0");
        if (slider.isDisabled()) {
            assertThat(viewer.locator("[data-heat-note]")).hasText("此图没有热力图。");
        } else {
            assertThat(viewer.locator(".heat")).hasCSS("opacity", "0.6");
        }
    }

    private void unfold(String title) {
        page.locator(
                        ".act > summary",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^" + title + "$")))
                .click();
    }

    private void refuseWithoutReasons() {
        unfold("不予受理");
        Locator form = page.locator("#non-acceptance");
        form.locator("input[name=ground][value='2']").check();
        form.locator("button").last().click();
        assertThat(page.locator("#summary")).isFocused();
        Locator link = page.locator("#summary a");
        assertThat(link).hasText("请填写理由。");
        screen.expectStatus(422);
        link.click();
        assertThat(page.locator("#non-acceptance-reasons")).isFocused();
        assertThat(page.locator("#non-acceptance-reasons-fault")).hasText("请填写理由。");
        assertThat(page.locator("#non-acceptance input[value='2']")).isChecked();
    }

    private void accept() {
        unfold("受理");
        page.locator("#acceptance-reasons").fill("属于本局管辖，材料齐全，予以受理。");
        page.locator("#acceptance button").last().click();
    }
}

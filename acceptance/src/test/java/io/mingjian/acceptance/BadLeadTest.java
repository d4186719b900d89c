package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.picture.BadFiles;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.stack.Addresses;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Findings that an agency cannot hand in like this. Each is told why in Chinese, nothing of it is
 * kept, and what was handed in before stays as it is.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadLeadTest {
    private static final String INSTRUCTIONS = "/api/monitoring/v1/instructions/";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final long FIVE_GB = 5L << 30;
    private static final long LIMIT_OF_THE_DOOR = 1L << 30;

    private final String series =
            "BAD-" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT) + "-";
    private final AtomicInteger last = new AtomicInteger();

    private Addresses addresses;
    private CityReviewer city;
    private MonitoringAgency agency;
    private MonitoringAgency other;
    private Refusals refusals;
    private String instruction;

    /** A file whose hashes the monitoring service has learnt by now. */
    private Answer evidence;

    @BeforeAll
    void aFindingWasHandedIn(Addresses there, Actors actors) {
        addresses = there;
        city = actors.cityReviewer();
        agency = actors.jingwei();
        other = actors.otherAgency();
        refusals = new Refusals(there);
        instruction = World.anOrderTakenOnBy(agency, city, "monitor-jingwei");
        evidence = agency.uploads(World.picture());
        city.awaitsHashOf(isTaken(aFinding()).textAt("/lead/id"));
    }

    @Nested
    class AFinding {
        @ParameterizedTest
        @ValueSource(strings = {"sha256", "sm3"})
        void whoseHashIsNotThatOfTheFile(String hash) {
            ObjectNode finding = aFinding();
            fixation(finding).put(hash, "ab".repeat(32));
            isInvalid(finding, Map.of("/evidence/0/" + hash, "hash-differs"));
            fixation(finding).put(hash, evidence.textAt("/" + hash));
            isTaken(finding);
        }

        @Test
        void whoseFixationLacksFieldsIsToldOfEachOfThem() {
            ObjectNode whole = aFinding();
            ObjectNode lacking = whole.deepCopy();
            List<String> fields =
                    List.of(
                            "evidenceId",
                            "preserver",
                            "tool",
                            "toolVersion",
                            "url",
                            "operator",
                            "secondOperator",
                            "timeCalibration",
                            "steps",
                            "sha256",
                            "sm3");
            fixation(lacking).remove(fields);
            Answer answer = refused(() -> submits(lacking), 422, "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .containsExactlyInAnyOrderElementsOf(
                            fields.stream().map(field -> "/evidence/0/" + field).toList());
            isTaken(whole);
        }

        @Test
        void whoseEvidenceIsOlderThanTheInstruction() {
            OffsetDateTime before =
                    OffsetDateTime.parse(city.seesInstruction(instruction).textAt("/issuedAt"))
                            .atZoneSameInstant(World.SHANGHAI)
                            .toOffsetDateTime()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .minusHours(2);
            Answer answer =
                    isInvalid(
                            new Finding(next(), evidence, before).json(),
                            Map.of(
                                    "/collectedAt",
                                    "older-than-instruction",
                                    "/evidence/0/hashedAt",
                                    "older-than-instruction"));
            assertThat(answer.textAt("/errors/0/detail")).contains("早于监测指令下达时间");
        }

        @Test
        void aboutAPlatformThatNobodyKnows() {
            isInvalid(
                    aFinding().put("platform", "yougou-typo"),
                    Map.of("/platform", "unknown-platform"));
        }

        @Test
        void whoseAddressesHoldAPassword() {
            Answer answer = isAtNoPublicAddress("https://user:s3cret@shop.yougou.example/1");
            assertThat(answer.each("/errors", "code")).containsOnly("credentials");
            assertThat(answer.text()).as("the password is not repeated").doesNotContain("s3cret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1/item",
                    "http://10.1.2.3/item",
                    "http://192.168.1.1/item",
                    "http://[::1]/item",
                    "http://[::ffff:7f00:1]/item",
                    "http://169.254.169.254/latest/meta-data",
                    "http://localhost:8080/item",
                    "http://2130706433/item",
                    "http://0x7f.1/item"
                })
        void whoseAddressesArePrivate(String address) {
            assertThat(isAtNoPublicAddress(address).each("/errors", "code"))
                    .containsOnly("private-address");
        }

        private Answer isAtNoPublicAddress(String address) {
            ObjectNode finding = aFinding();
            for (String field : List.of("pageUrl", "shopUrl", "landingPageUrl")) {
                finding.put(field, address);
            }
            fixation(finding).put("url", address);
            Answer answer = refused(() -> submits(finding), 422, "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .containsExactlyInAnyOrder(
                            "/pageUrl", "/shopUrl", "/landingPageUrl", "/evidence/0/url");
            return answer;
        }

        @Test
        void underANumberThatStandsForAnother() {
            ObjectNode finding = aFinding();
            String lead = isTaken(finding).textAt("/lead/id");
            String before = agency.sees(lead).text();
            ObjectNode changed = finding.deepCopy().put("contentSummary", "另一件事");
            Answer answer = refused(() -> submits(changed), 409, "conflict");
            assertThat(answer.textAt("/code")).isEqualTo("finding-no-reused");
            assertThat(answer.textAt("/detail")).contains("线索编号已用于内容不同的线索");
            Answer batch =
                    refusals.storesNothing(
                            () -> agency.trySubmitAll(instruction, List.of(changed, finding)));
            assertThat(batch.each("/items", "status")).containsExactly("409", "200");
            assertThat(batch.textAt("/items/1/leadId")).isEqualTo(lead);
            Refusals.isChinese(batch.textAt("/items/0/problem/detail"));
            assertThat(agency.sees(lead).text()).isEqualTo(before);
        }
    }

    @Nested
    class UnderAnInstruction {
        @Test
        void ofAnotherAgencyNothingIsFound() {
            notEvenAFile(other, instruction, 404, "not-found");
        }

        @Test
        void thatWasDeclinedNothingComesIn() {
            LocalDate today = LocalDate.now(World.SHANGHAI);
            String both =
                    city.issuesInstruction(
                                    today, today.plusDays(5), "monitor-jingwei", "monitor-other")
                            .textAt("/id");
            other.declines(both, "人员不足");
            notEvenAFile(other, both, 409, "step-not-allowed");
            agency.acknowledges(both);
            agency.trySubmit(both, aFinding(), Map.of()).require(201);
        }

        /** What came before may be repeated, so that nobody has to guess what became of it. */
        @Test
        void thatIsClosedNothingNewComesIn() {
            String closed = World.anOrderTakenOnBy(agency, city, "monitor-jingwei");
            ObjectNode before = aFinding();
            String lead =
                    agency.trySubmit(closed, before, Map.of()).require(201).textAt("/lead/id");
            city.closesInstruction(closed, "专项结束");
            refused(() -> agency.trySubmit(closed, aFinding(), Map.of()), 409, "step-not-allowed");
            refused(
                    () -> agency.trySubmitAll(closed, List.of(before, aFinding())),
                    409,
                    "step-not-allowed");
            refused(() -> agency.trySendBundle(closed, aParcel().zip()), 409, "step-not-allowed");
            Answer again = agency.trySubmit(closed, before, Map.of()).require(200);
            assertThat(again.textAt("/lead/id")).isEqualTo(lead);
        }

        private void notEvenAFile(MonitoringAgency who, String order, int status, String problem) {
            ObjectNode finding = aFinding();
            byte[] table =
                    LeadTable.under(agency, instruction).row(finding).csv(StandardCharsets.UTF_8);
            refused(() -> who.trySubmit(order, finding, Map.of()), status, problem);
            refused(() -> who.trySubmitAll(order, List.of(finding)), status, problem);
            refused(() -> who.trySendTable(order, table), status, problem);
            refused(() -> who.trySendBundle(order, aParcel().zip()), status, problem);
        }
    }

    @Nested
    class Batches {
        /** Two machines of one agency send at once what they have, and some of it both have. */
        @Test
        void thatOverlapTakeEachFindingOnce() {
            List<ObjectNode> findings = IntStream.range(0, 90).mapToObj(no -> aFinding()).toList();
            String order = World.anOrderTakenOnBy(agency, city, "monitor-jingwei");
            CompletableFuture<Answer> first =
                    CompletableFuture.supplyAsync(
                            () -> agency.trySubmitAll(order, findings.subList(0, 60)));
            Answer second = agency.trySubmitAll(order, findings.subList(30, 90));
            List<String> common = each(first.join(), 30, 60);
            assertThat(common).isEqualTo(each(second, 0, 30)).doesNotHaveDuplicates();
            Set<String> leads = new LinkedHashSet<>(each(first.join(), 0, 60));
            leads.addAll(each(second, 0, 60));
            assertThat(leads).hasSize(90);
            assertThat(first.join().at("/accepted").asInt() + second.at("/accepted").asInt())
                    .isEqualTo(90);
            assertThat(first.join().at("/repeated").asInt() + second.at("/repeated").asInt())
                    .isEqualTo(30);
            assertThat(agency.leadsOf(order).each("/items", "id"))
                    .containsExactlyInAnyOrderElementsOf(leads);
        }

        private List<String> each(Answer answer, int from, int to) {
            assertThat(answer.status()).as(answer.text()).isIn(200, 201, 207);
            return answer.each("/items", "leadId").subList(from, to);
        }

        @Test
        void withFaultsTakeWhatIsSoundAndNameTheRest() {
            ObjectNode sound = aFinding();
            ObjectNode wrongHash = aFinding();
            fixation(wrongHash).put("sm3", "cd".repeat(32));
            ObjectNode unknown = aFinding().put("platform", "nobody-knows");
            Answer answer =
                    agency.trySubmitAll(instruction, List.of(wrongHash, sound, unknown))
                            .require(207);
            assertThat(answer.each("/items", "status")).containsExactly("422", "201", "422");
            assertThat(answer.textAt("/items/0/problem/errors/0/pointer"))
                    .isEqualTo("/evidence/0/sm3");
            assertThat(answer.textAt("/items/2/problem/errors/0/code"))
                    .isEqualTo("unknown-platform");
            for (int at : List.of(0, 2)) {
                Refusals.isChinese(answer.textAt("/items/" + at + "/problem/detail"));
                Refusals.isChinese(answer.textAt("/items/" + at + "/problem/errors/0/detail"));
            }
        }
    }

    @Nested
    class Tables {
        /** Excel in China writes it, with characters that GBK does not have. */
        @Test
        void inGb18030AreReadRightly() {
            ObjectNode sound = aFinding().put("shopName", "㐂喆小店");
            ObjectNode bad = aFinding().put("uscc", "91310000132260250A");
            byte[] table = LeadTable.under(agency, instruction).row(sound).row(bad).csv(GB18030);
            String id = agency.trySendTable(instruction, table).require(202).textAt("/id");
            Answer shown = agency.awaitsImport(id, "PREVIEWED");
            assertThat(shown.at("/figures/good").asInt()).as(shown.text()).isEqualTo(1);
            assertThat(shown.each("/firstErrors/0/errors", "column")).containsExactly("统一社会信用代码");
            Answer done = agency.confirmsImport(id);
            assertThat(done.at("/figures/entered").asInt()).isEqualTo(1);
            Answer lead = agency.sees(done.textAt("/firstRows/0/leadId"));
            assertThat(lead.textAt("/finding/shopName")).isEqualTo("㐂喆小店");
            assertThat(lead.textAt("/finding/subjectName"))
                    .isEqualTo(sound.path("subjectName").asText());
        }
    }

    @Nested
    class Bundles {
        /** Refused by what they announce; not one byte of them is waited for. */
        @Test
        void ofFiveGigabytesAreRefusedUnread() {
            Answer answer = refused(() -> announces(FIVE_GB), 413, "too-large");
            assertThat(answer.at("/limit").asLong()).isEqualTo(LIMIT_OF_THE_DOOR);
            placeIsFree();
        }

        /** The door lets them through; the service knows its own limit, a low one here. */
        @Test
        void thatAnnounceMoreThanTheServiceTakesAreRefused() {
            overTheLimitOfTheService(
                    limit ->
                            BodyPublishers.fromPublisher(
                                    BodyPublishers.ofInputStream(() -> BadFiles.endless(limit + 1)),
                                    limit + 1));
        }

        /** Counted while they flow, and broken off. */
        @Test
        void thatAnnounceNothingAreBrokenOffAtTheLimit() {
            overTheLimitOfTheService(
                    limit -> BodyPublishers.ofInputStream(() -> BadFiles.endless(limit + 1)));
        }

        private void overTheLimitOfTheService(IntFunction<BodyPublisher> body) {
            RunningStack.assumeItsOwnSettings();
            int megabytes = RunningStack.MOST_MEGABYTES_OF_A_BUNDLE;
            Answer answer =
                    refused(
                            () ->
                                    agency.door()
                                            .upload(
                                                    bundles(),
                                                    body.apply(megabytes << 20),
                                                    "application/zip",
                                                    Map.of()),
                            413,
                            "too-large");
            assertThat(answer.textAt("/detail")).contains(megabytes + " MB");
            placeIsFree();
        }

        @ParameterizedTest
        @CsvSource({
            "../../etc/page.jpg, leaves-the-bundle",
            "files/../../page.jpg, leaves-the-bundle",
            "/etc/page.jpg, absolute-name",
            "C:/page.jpg, absolute-name",
            "..\\page.jpg, name-not-plain"
        })
        void whoseFilesWouldLieElsewhereAreRefused(String name, String code) {
            byte[] page = Pictures.small(1).bytes();
            isRefusedWhole(aParcel().replacing("files/page.jpg", name, page).zip(), code);
        }

        @Test
        void withArchivesInsideAreRefused() {
            byte[] inner = LeadParcel.zip(Map.of("page.jpg", Pictures.small(1).bytes()));
            isRefusedWhole(
                    aParcel().replacing("files/page.jpg", "files/page.jpg", inner).zip(),
                    "nested-archive");
        }

        @Test
        void thatUnpackToManyTimesTheirSizeAreRefused() {
            byte[] zeros = new byte[32 << 20];
            isRefusedWhole(
                    aParcel().replacing("files/page.jpg", "files/page.bmp", zeros).zip(),
                    "compression-ratio");
        }

        @Test
        void withAFileThatIsNotTheOneOfTheManifestAreRefused() {
            byte[] another = Pictures.small(2).bytes();
            Answer answer =
                    refused(
                            () -> sends(aParcel().with("files/page.jpg", another).zip()),
                            422,
                            "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .contains("/findings/0/evidence/0/sha256", "/findings/0/evidence/0/sm3");
            assertThat(answer.each("/errors", "code")).containsOnly("hash-differs");
        }

        private void isRefusedWhole(byte[] bundle, String code) {
            Answer answer = refused(() -> sends(bundle), 422, "invalid");
            assertThat(answer.each("/errors", "code")).as(answer.text()).containsExactly(code);
        }

        /** Nothing of what was refused keeps the agency from sending what is sound. */
        private void placeIsFree() {
            String id = sends(aParcel().zip()).require(201).textAt("/id");
            agency.door()
                    .step("/api/monitoring/v1/lead-bundles/" + id, "cancellation", null)
                    .require(200);
        }

        private Answer sends(byte[] bundle) {
            return agency.trySendBundle(instruction, bundle);
        }

        private Answer announces(long length) {
            return Announced.post(
                    addresses.gateway().resolve(bundles()),
                    addresses.tokens().ofClient("monitor-jingwei"),
                    "application/zip",
                    length);
        }

        private String bundles() {
            return INSTRUCTIONS + instruction + "/lead-bundles";
        }
    }

    private Answer isInvalid(ObjectNode finding, Map<String, String> faults) {
        Answer answer = refused(() -> submits(finding), 422, "invalid");
        assertThat(answer.each("/errors", "pointer"))
                .containsExactlyInAnyOrderElementsOf(faults.keySet());
        for (JsonNode error : answer.at("/errors")) {
            assertThat(error.path("code").asText())
                    .isEqualTo(faults.get(error.path("pointer").asText()));
        }
        return answer;
    }

    private Answer isTaken(ObjectNode finding) {
        return submits(finding).require(201);
    }

    private Answer submits(ObjectNode finding) {
        return agency.trySubmit(instruction, finding, Map.of());
    }

    private Answer refused(Supplier<Answer> act, int status, String problem) {
        return refusals.refused(act, status, problem);
    }

    private ObjectNode aFinding() {
        return new Finding(
                        next(),
                        evidence,
                        OffsetDateTime.now(World.SHANGHAI).truncatedTo(ChronoUnit.SECONDS))
                .json();
    }

    private LeadParcel aParcel() {
        LeadParcel parcel = new LeadParcel();
        parcel.finding(next(), "files/page.jpg", World.picture());
        return parcel;
    }

    private String next() {
        return series + last.incrementAndGet();
    }

    private static ObjectNode fixation(ObjectNode finding) {
        return (ObjectNode) finding.at("/evidence/0");
    }
}

package io.mingjian.registry.intake;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.mingjian.registry.intake.FilingViews.RegisteredFiling;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many submissions at once do what each of them would have done alone. */
@QuarkusTest
class BulkIntakeTest extends ServiceTest {
    private static final Caller QINGPU =
            new Caller(
                    "sub-qingpu",
                    "qingpu.intake",
                    "samr-qingpu",
                    OrganisationKind.DISTRICT_BUREAU,
                    "310118",
                    null,
                    Set.of(Role.INTAKE));

    @Inject Intake intake;

    @Inject UnitOfWork unit;

    @Inject ObjectMapper json;

    @Inject Clock clock;

    @Test
    void theRowsOfBothWaysAreTheSame() {
        List<Submission> alone = varied().map(this::read).toList();
        List<Submission> together = varied().map(this::read).toList();
        List<RegisteredFilings> oneByOne =
                alone.stream()
                        .map(each -> registerAll(List.of(each)).get(0).orElseThrow())
                        .toList();
        List<RegisteredFilings> inBulk =
                registerAll(together).stream().map(Optional::orElseThrow).toList();
        for (int i = 0; i < alone.size(); i++) {
            assertThat(rows(inBulk.get(i))).hasSizeGreaterThan(4).isEqualTo(rows(oneByOne.get(i)));
        }
        await().untilAsserted(
                        () ->
                                assertThat(inBulk.stream().map(this::eventTypes).toList())
                                        .isEqualTo(
                                                oneByOne.stream().map(this::eventTypes).toList()));
        as(CITY_AUDITOR)
                .get("/v1/audit/verification")
                .then()
                .body("intact", org.hamcrest.Matchers.equalTo(true));
    }

    @Test
    void numbersFollowEachOtherInTheOrderGiven() {
        List<Submission> all = IntStream.range(0, 30).mapToObj(i -> read(aComplaint())).toList();
        List<Integer> numbers =
                registerAll(all).stream()
                        .map(each -> each.orElseThrow().filings().get(0).registrationNo())
                        .map(number -> Integer.valueOf(number.replaceAll(".*〕|号", "")))
                        .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.range(numbers.get(0), numbers.get(0) + 30).boxed().toList());
    }

    @Test
    void aNumberOfOriginThatIsKnownIsLeftOutAndTakesNoRunningNumber() {
        String number = "N" + UUID.randomUUID();
        Submission first = read(aComplaint().channel("HOTLINE", number));
        registerAll(List.of(first));
        List<Optional<RegisteredFilings>> entered =
                registerAll(
                        List.of(
                                read(aComplaint()),
                                read(aComplaint().channel("HOTLINE", number)),
                                read(aComplaint())));
        assertThat(entered.get(1)).isEmpty();
        long before = running(entered.get(0).orElseThrow());
        assertThat(running(entered.get(2).orElseThrow())).isEqualTo(before + 1);
    }

    @Test
    void onePersonManyTimesInOneCallIsOneFiler() {
        String phone = Filing.phone();
        List<RegisteredFilings> entered =
                registerAll(
                                IntStream.range(0, 5)
                                        .mapToObj(i -> read(aComplaint().by("孙某", phone)))
                                        .toList())
                        .stream()
                        .map(Optional::orElseThrow)
                        .toList();
        assertThat(
                        texts(
                                "select distinct filer_id from filer_statement where submission_id in ("
                                        + quoted(entered)
                                        + ")"))
                .hasSize(1);
    }

    private static Stream<Filing> varied() {
        String phone = Filing.phone();
        return Stream.of(
                        aComplaint().by("王小明", phone),
                        aReport(),
                        aMixedFiling().by("王小明", phone),
                        aReport().anonymous(),
                        aComplaint().withId("440524188001010014").naming(UUID.randomUUID()),
                        aMixedFiling())
                .map(each -> each.receivedAt("2026-11-20T09:00:00+08:00"));
    }

    /** Every row that a submission made, without what must differ. */
    private List<String> rows(RegisteredFilings entered) {
        String submission = "'" + entered.submissionId() + "'";
        String filings =
                String.join(
                        ",",
                        entered.filings().stream().map(each -> "'" + each.id() + "'").toList());
        String differs =
                " - array['id','object_id','filing_id','submission_id','linked_filing_id','filer_id',"
                        + "'registration_no','external_no','fingerprint','entered_at','updated_at','at','seq','hash',"
                        + "'after_hash','name_sealed','phone_sealed','address_sealed','id_number_sealed',"
                        + "'phone_masked','evidence_ids']"
                        + " #- '{content,evidenceIds}'";
        return texts(
                Stream.of(
                                "select 'submission', to_jsonb(t)%s from submission t where id = "
                                        + submission,
                                "select 'statement', to_jsonb(t)%s from filer_statement t where submission_id = "
                                        + submission,
                                "select 'complaint', to_jsonb(t)%s from complaint t where submission_id = "
                                        + submission,
                                "select 'report', to_jsonb(t)%s from report t where submission_id = "
                                        + submission,
                                "select 'step', to_jsonb(t)%s from step_taken t where object_id in ("
                                        + filings
                                        + ")",
                                "select 'queue', to_jsonb(t)%s from queue_item t where submission_id = "
                                        + submission,
                                "select 'audit', to_jsonb(t)%s from audit_entry t where object_id in ("
                                        + filings
                                        + ")")
                        .map(sql -> sql.formatted(differs))
                        .collect(
                                java.util.stream.Collectors.joining(
                                        " union all ",
                                        "select name || row::text from (",
                                        ") as all_rows (name, row) order by 1")));
    }

    private List<String> eventTypes(RegisteredFilings entered) {
        return entered.filings().stream()
                .flatMap(each -> announced(each.id().toString()).stream())
                .map(text -> text.replaceAll("(?s).*\"type\": ?\"([^\"]+)\".*", "$1"))
                .sorted()
                .toList();
    }

    private static long running(RegisteredFilings entered) {
        RegisteredFiling first = entered.filings().get(0);
        return Long.parseLong(first.registrationNo().replaceAll(".*〕|号", ""));
    }

    private static String quoted(List<RegisteredFilings> entered) {
        return String.join(
                ",", entered.stream().map(each -> "'" + each.submissionId() + "'").toList());
    }

    private Submission read(Filing filing) {
        try {
            FilingRequest form = json.readValue(filing.toString(), FilingRequest.class);
            return FormReader.read(form, QINGPU, PlaceRules.shipped(), clock.instant());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Optional<RegisteredFilings>> registerAll(List<Submission> all) {
        return done(() -> intake.registerAll(QINGPU, all, entered -> Uni.createFrom().voidItem()));
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return unit.inTransaction(work).await().atMost(Duration.ofSeconds(60));
    }
}

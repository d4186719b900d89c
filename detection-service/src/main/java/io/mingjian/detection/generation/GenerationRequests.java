package io.mingjian.detection.generation;

import io.mingjian.detection.prompt.Evasion;
import io.mingjian.detection.prompt.PromptCategory;
import io.mingjian.detection.prompt.Reading.CategoryRisk;
import io.mingjian.detection.prompt.Risk;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The only place that speaks SQL for this room. A provider sees its own requests alone. */
@ApplicationScoped
class GenerationRequests {
    private static final String ADD =
            """
            with request as (
              insert into generation_request (id, organisation, request_no, prompt_hash, account_hash,
                reference_sha256, reference_perceptual_hash, risk, evasions, rule_version, received_at, day)
              values (:id, :organisation, :requestNo, :prompt, :account, nullif(:sha256, ''),
                nullif(:perceptual, ''), :risk, :evasions, :version, :at, :day)
              returning id)
            insert into generation_category (request_id, category, risk)
            select request.id, split_part(each, '=', 1), split_part(each, '=', 2)
              from request, unnest(string_to_array(nullif(:categories, ''), ',')) as each
            """;
    private static final String FIND =
            """
            select r.id, r.request_no, r.risk, r.evasions, r.rule_version, r.received_at,
                   coalesce((select string_agg(c.category || '=' || c.risk, ',' order by c.category)
                               from generation_category c where c.request_id = r.id), '') as categories
              from generation_request r
             where r.id = :id and r.organisation = :organisation
            """;
    private static final String FIGURES =
            """
            select r.day, r.organisation, coalesce(c.category, '') as category,
                   coalesce(c.risk, r.risk) as risk, count(*) as requests,
                   count(distinct r.account_hash) as accounts
              from generation_request r
              left join generation_category c on c.request_id = r.id
             where r.day between :from and :to
             group by 1, 2, 3, 4
             order by 1, 2, 3, 4
            """;

    /** What is kept of a request, beside the hashes that nobody gets to see. */
    record Kept(
            UUID id,
            String requestNo,
            Risk risk,
            List<CategoryRisk> categories,
            List<Evasion> evasions,
            String ruleVersion,
            Instant receivedAt) {}

    /** What the hashes of a request are. */
    record Hashes(
            String prompt, String account, @Nullable String sha256, @Nullable String perceptual) {}

    /**
     * Requests of one day, provider, category and risk.
     *
     * @param category absent for those to which none applied
     * @param accounts how many different ones asked
     */
    record Figure(
            LocalDate day,
            String organisation,
            @Nullable PromptCategory category,
            Risk risk,
            long requests,
            long accounts) {}

    Uni<Void> add(Caller provider, Kept request, Hashes hashes, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", request.id())
                                        .setParameter("organisation", provider.organisation())
                                        .setParameter("requestNo", request.requestNo())
                                        .setParameter("prompt", hashes.prompt())
                                        .setParameter("account", hashes.account())
                                        .setParameter("sha256", orEmpty(hashes.sha256()))
                                        .setParameter("perceptual", orEmpty(hashes.perceptual()))
                                        .setParameter("risk", request.risk().name())
                                        .setParameter("evasions", names(request.evasions()))
                                        .setParameter("version", request.ruleVersion())
                                        .setParameter("at", request.receivedAt())
                                        .setParameter("day", day)
                                        .setParameter("categories", names(request.categories()))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether this provider has used this number before. */
    Uni<Boolean> knows(Caller provider, String requestNo) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (select 1 from generation_request
                                                  where organisation = :organisation and request_no = :no)
                                                """,
                                                Boolean.class)
                                        .setParameter("organisation", provider.organisation())
                                        .setParameter("no", requestNo)
                                        .getSingleResult());
    }

    Uni<Kept> require(Caller provider, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Tuple.class)
                                        .setParameter("id", id)
                                        .setParameter("organisation", provider.organisation())
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("生成请求", "generation request"))
                .map(GenerationRequests::kept);
    }

    /** Figures of all providers, for the city. */
    Uni<List<Figure>> figures(LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FIGURES, Tuple.class)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .map(rows -> rows.stream().map(GenerationRequests::figure).toList());
    }

    private static Kept kept(Tuple row) {
        return new Kept(
                row.get("id", UUID.class),
                row.get("request_no", String.class),
                Risk.valueOf(row.get("risk", String.class)),
                list(row.get("categories", String.class), GenerationRequests::category),
                list(row.get("evasions", String.class), Evasion::valueOf),
                row.get("rule_version", String.class),
                Rows.instant(row, "received_at"));
    }

    private static Figure figure(Tuple row) {
        String category = row.get("category", String.class);
        return new Figure(
                row.get("day", LocalDate.class),
                row.get("organisation", String.class),
                category.isEmpty() ? null : PromptCategory.valueOf(category),
                Risk.valueOf(row.get("risk", String.class)),
                row.get("requests", Long.class),
                row.get("accounts", Long.class));
    }

    private static CategoryRisk category(String pair) {
        int sign = pair.indexOf('=');
        return new CategoryRisk(
                PromptCategory.valueOf(pair.substring(0, sign)),
                Risk.valueOf(pair.substring(sign + 1)));
    }

    private static <T> List<T> list(String joined, Function<String, T> reader) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(reader).toList();
    }

    private static String names(List<?> items) {
        return items.stream()
                .map(
                        item ->
                                item instanceof CategoryRisk each
                                        ? each.category() + "=" + each.risk()
                                        : item.toString())
                .collect(Collectors.joining(","));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}

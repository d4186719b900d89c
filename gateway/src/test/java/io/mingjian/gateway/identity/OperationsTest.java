package io.mingjian.gateway.identity;

import static io.mingjian.contracts.OrganisationKind.DISTRICT_BUREAU;
import static io.mingjian.contracts.OrganisationKind.MONITOR;
import static io.mingjian.contracts.OrganisationKind.MUNICIPAL_BUREAU;
import static io.mingjian.contracts.OrganisationKind.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.gateway.identity.Match.Found;
import io.mingjian.gateway.identity.Match.OtherMethods;
import io.mingjian.gateway.identity.Match.Unknown;
import io.mingjian.gateway.upstream.Service;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    static Stream<Operation> table() {
        return Operations.TABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRowIsFoundByItsOwnMethodAndPath(Operation operation) {
        String path = operation.outsidePath().replaceAll("\\{[a-zA-Z]+}", "0190a1b2-7c");
        assertThat(Operations.find(operation.method(), path)).isEqualTo(new Found(operation));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRowRefusesAMethodThatTheTableDoesNotName(Operation operation) {
        String path = operation.outsidePath().replaceAll("\\{[a-zA-Z]+}", "1");
        assertThat(Operations.find(HttpMethod.TRACE, path))
                .isInstanceOfSatisfying(
                        OtherMethods.class,
                        others -> assertThat(others.allowed()).contains(operation.method()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void changesCarryABodyQuestionsAndRemovalsCarryNone(Operation operation) {
        boolean bodiless =
                operation.method().equals(HttpMethod.GET)
                        || operation.method().equals(HttpMethod.DELETE);
        assertThat(operation.body() == BodyLimit.NONE).isEqualTo(bodiless);
    }

    @Test
    void noMethodAndPathIsWrittenTwice() {
        assertThat(
                        Operations.TABLE.stream()
                                .map(
                                        row ->
                                                row.service()
                                                        + " "
                                                        + row.label()
                                                                .replaceAll("\\{[a-zA-Z]+}", "{}")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/registry/v1/complaints/..",
                "/api/registry/v1/complaints/.",
                "/api/registry/v1/complaints/%31",
                "/api/registry/v1/complaints/a;b",
                "/api/registry/v1/complaints/a b",
                "/api/registry/v1/complaints/1/",
                "/api/registry//v1/queue",
                "/api/registryx/v1/queue",
                "/API/registry/v1/queue",
                "/v1/queue",
                "/api/registry/q/metrics",
                "*",
                ""
            })
    void aPathThatIsNotPlainIsUnknown(String path) {
        assertThat(Operations.find(HttpMethod.GET, path)).isEqualTo(new Unknown());
    }

    /** The whole matrix, so that a row that lets in too many is seen by name. */
    @Test
    void changesAreOnlyForTheOrganisationsThatMakeThem() {
        Set<String> forMonitors = allowed(MONITOR, EnumSet.allOf(Role.class), HttpMethod.POST);
        assertThat(forMonitors)
                .containsExactlyInAnyOrder(
                        "DETECTION POST /v1/evidence",
                        "DETECTION POST /v1/evidence-sets",
                        "DETECTION POST /v1/evidence-sets/{id}/members",
                        "DETECTION POST /v1/preservation-bundles",
                        "MONITORING POST /v1/instructions/{id}/acknowledgement",
                        "MONITORING POST /v1/instructions/{id}/decline",
                        "MONITORING POST /v1/instructions/{id}/completion",
                        "MONITORING POST /v1/instructions/{id}/leads",
                        "MONITORING POST /v1/instructions/{id}/lead-batches",
                        "MONITORING POST /v1/instructions/{id}/lead-imports",
                        "MONITORING POST /v1/instructions/{id}/lead-bundles",
                        "MONITORING POST /v1/lead-imports/{id}/commit",
                        "MONITORING POST /v1/lead-imports/{id}/cancellation",
                        "MONITORING POST /v1/lead-bundles/{id}/delivery",
                        "MONITORING POST /v1/lead-bundles/{id}/cancellation",
                        "MONITORING POST /v1/leads/{id}/supplement");
        assertThat(allowed(PLATFORM, EnumSet.allOf(Role.class), HttpMethod.POST))
                .containsExactlyInAnyOrder(
                        "REGISTRY POST /v1/filings",
                        "REGISTRY POST /v1/filing-batches",
                        "REGISTRY POST /v1/imports",
                        "REGISTRY POST /v1/imports/{id}/commit",
                        "REGISTRY POST /v1/imports/{id}/cancellation",
                        "DETECTION POST /v1/evidence",
                        "DETECTION POST /v1/evidence-sets",
                        "DETECTION POST /v1/evidence-sets/{id}/members",
                        "DETECTION POST /v1/preservation-bundles",
                        "MONITORING POST /v1/letters/{id}/acknowledgement",
                        "MONITORING POST /v1/letters/{id}/answer",
                        "MONITORING POST /v1/campaigns/{id}/platform-reports",
                        "MONITORING POST /v1/campaigns/{id}/platform-reports/{reportId}/correction");
        assertThat(
                        allowed(
                                DISTRICT_BUREAU,
                                EnumSet.of(Role.AUDITOR, Role.SYSTEM_ADMIN),
                                HttpMethod.POST))
                .isEmpty();
        assertThat(allowed(MUNICIPAL_BUREAU, EnumSet.of(Role.AUDITOR), HttpMethod.POST)).isEmpty();
    }

    @Test
    void whoHasNoRoleMayDoNothing() {
        for (OrganisationKind kind : OrganisationKind.values()) {
            assertThat(Operations.TABLE)
                    .noneMatch(row -> row.allows(new Caller("s", "o", kind, Set.of())));
        }
    }

    @Test
    void everyServiceServesItsAuditDeadLettersAndLegalTime() {
        List<String> common =
                List.of(
                        "GET /v1/audit/entries",
                        "GET /v1/audit/verification",
                        "GET /v1/dead-letters",
                        "POST /v1/dead-letters/{id}/replay",
                        "GET /v1/legal-time/due");
        for (Service service : Service.values()) {
            assertThat(
                            Operations.TABLE.stream()
                                    .filter(row -> row.service() == service)
                                    .map(Operation::label))
                    .containsAll(common);
        }
    }

    private static Set<String> allowed(OrganisationKind kind, Set<Role> roles, HttpMethod method) {
        Caller caller = new Caller("someone", "somewhere", kind, roles);
        return Operations.TABLE.stream()
                .filter(row -> row.method().equals(method) && row.allows(caller))
                .map(row -> row.service() + " " + row.label())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @Test
    void grantsNeedBothTheKindAndTheRole() {
        Grant grant = Grant.city(Role.HEAD);
        assertThat(
                        grant.allows(
                                new Caller(
                                        "s",
                                        "o",
                                        MUNICIPAL_BUREAU,
                                        Set.of(Role.HEAD, Role.INTAKE))))
                .isTrue();
        assertThat(grant.allows(new Caller("s", "o", MUNICIPAL_BUREAU, Set.of(Role.INTAKE))))
                .isFalse();
        assertThat(
                        Arrays.stream(OrganisationKind.values())
                                .filter(
                                        kind ->
                                                grant.allows(
                                                        new Caller(
                                                                "s",
                                                                "o",
                                                                kind,
                                                                EnumSet.allOf(Role.class)))))
                .containsExactly(MUNICIPAL_BUREAU);
    }
}

package io.mingjian.gateway.door;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.gateway.identity.BodyLimit;
import io.mingjian.gateway.identity.Grant;
import io.mingjian.gateway.identity.Operation;
import io.mingjian.gateway.identity.Operations;
import io.mingjian.gateway.upstream.Service;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the policy table as {@code docs/policy.md}. */
final class PolicyDocument {
    private static final Map<OrganisationKind, String> KINDS =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(OrganisationKind.MUNICIPAL_BUREAU, "city bureau"),
                            Map.entry(OrganisationKind.DISTRICT_BUREAU, "district bureau"),
                            Map.entry(OrganisationKind.POLICE, "police"),
                            Map.entry(OrganisationKind.MONITOR, "monitor"),
                            Map.entry(OrganisationKind.PLATFORM, "platform"),
                            Map.entry(OrganisationKind.MERCHANT, "merchant"),
                            Map.entry(OrganisationKind.MODEL_PROVIDER, "model provider")));

    private PolicyDocument() {}

    static String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                # Who may ask for what

                Printed from the gateway's policy table (`io.mingjian.gateway.identity.Operations`); do not edit. After a change of the
                table run the gateway's tests with `-Dmingjian.update-docs=true`.

                The table is the outer fence: kind of organisation and role, both from the verified token. Whose object it is, the
                services check; a foreign object is 404. What has no row answers 404, another method of a known path 405.
                Sizes and times are settings of the gateway (`mingjian.door.*`); the defaults are JSON 1 MiB, BATCH 2 MiB, EVIDENCE 64 MiB, FILE 50 MiB,
                QUICK 10 s (also for the pages of the console), LONG 60 s.
                """);
        for (Service service : Service.values()) {
            text.append("\n## ").append(service.label()).append("\n\n");
            text.append("| operation | who | body | answer within |\n|---|---|---|---|\n");
            Operations.TABLE.stream()
                    .filter(row -> row.service() == service)
                    .forEach(row -> text.append(line(row)));
        }
        text.append(
                """

                ## What the door itself answers

                Instead of a service; `detail` is zh-CN, English by `Accept-Language`. The services' own problems are in `problems.md`.

                | type | status | 说明 | detail |
                |---|---|---|---|
                """);
        for (Problem problem : Problem.values()) {
            text.append(
                    "| `%s` | %d | %s | %s |\n"
                            .formatted(
                                    problem.urn(),
                                    problem.status(),
                                    problem.detail(Language.ZH),
                                    problem.detail(Language.EN)));
        }
        return text.toString();
    }

    private static String line(Operation row) {
        return "| `%s %s` | %s | %s | %s |%n"
                .formatted(
                        row.method().name(),
                        row.outsidePath(),
                        row.grants().stream()
                                .map(PolicyDocument::grant)
                                .collect(Collectors.joining("; ")),
                        row.body() == BodyLimit.NONE ? "–" : row.body(),
                        row.time())
                .replace(System.lineSeparator(), "\n");
    }

    private static String grant(Grant grant) {
        if (grant.kinds().size() == OrganisationKind.values().length) {
            return "everyone with a role";
        }
        return sorted(grant.kinds()).stream()
                        .map(kind -> KINDS.getOrDefault(kind, kind.name()))
                        .collect(Collectors.joining(", "))
                + ": "
                + sorted(grant.roles()).stream().map(Role::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> values) {
        return values.stream().sorted().toList();
    }
}

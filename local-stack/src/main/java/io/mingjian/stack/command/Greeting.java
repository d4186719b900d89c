package io.mingjian.stack.command;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.keycloak.ExampleAccounts.Account;
import java.io.PrintStream;

/** What a newcomer needs once everything runs: addresses, accounts, logs. */
final class Greeting {
    private Greeting() {}

    static void print(Addresses addresses, StackOptions options, PrintStream out) {
        out.println();
        if (options.services().contains(Service.GATEWAY)) {
            out.println("  Console    " + addresses.gateway() + "/");
            out.println("  API        " + addresses.gateway() + "/openapi");
        }
        out.println(
                "  Keycloak   http://127.0.0.1:%d  (admin / %s)"
                        .formatted(options.ports().keycloak(), addresses.keycloakAdminPassword()));
        out.println("  Kafka      " + addresses.kafkaBootstrapServers());
        out.println("  PostgreSQL 127.0.0.1:" + options.ports().postgres());
        out.println();
        out.println("  Example accounts (made up; passwords were generated at first start):");
        for (Account account : addresses.accounts()) {
            out.printf(
                    "    %-17s %s  %-16s %-15s %s%n",
                    account.user(),
                    account.password(),
                    account.organisation(),
                    String.join(",", account.roles()),
                    account.title());
        }
        out.println();
        out.println("  Logs       " + addresses.logs());
        out.println("  Secrets    " + options.home().resolve("secrets.properties"));
        out.println();
        out.println("Ready. Ctrl-C (or ./mingjian down) stops everything; the data is kept.");
    }
}

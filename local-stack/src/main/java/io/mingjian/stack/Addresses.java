package io.mingjian.stack;

import io.mingjian.stack.keycloak.ExampleAccounts;
import io.mingjian.stack.keycloak.ExampleAccounts.Account;
import io.mingjian.stack.keycloak.Realm;
import io.mingjian.stack.process.StackFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Where everything of a stack is and how to get in; usable from any process of its owner. */
public final class Addresses {
    private final StackOptions options;
    private final Secrets secrets;
    private final ServiceContract contract;
    private final Tokens tokens;

    Addresses(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
        this.contract = new ServiceContract(options, secrets);
        this.tokens = new Tokens(contract.issuer(), secrets);
    }

    /** Of a stack that some launcher started before. */
    public static Addresses of(StackOptions options) {
        if (!Files.exists(options.home().resolve("secrets.properties"))) {
            throw new StackFailure("no stack was ever started in " + options.home());
        }
        return new Addresses(options, Secrets.in(options.home()));
    }

    /** The only door for people and partners. */
    public URI gateway() {
        return of(Service.GATEWAY);
    }

    /** A service behind the gateway. */
    public URI of(Service service) {
        return URI.create("http://127.0.0.1:" + options.ports().of(service));
    }

    public URI health(Service service) {
        return of(service).resolve("/q/health/ready");
    }

    public URI issuer() {
        return URI.create(contract.issuer());
    }

    public URI keycloakHealth() {
        return URI.create(
                "http://127.0.0.1:" + options.ports().keycloakManagement() + "/health/ready");
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    public String jdbcUrl(Service service) {
        return contract.jdbcUrl(service);
    }

    public String databasePassword(Service service) {
        return secrets.password("db." + service.label());
    }

    /** A connection as the service itself has it. */
    public Connection database(Service service) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(service), service.label(), databasePassword(service));
    }

    /** By which a partner's machine gets its tokens, as {@code monitor-jingwei}. */
    public String clientSecret(String client) {
        return secrets.password("client." + client);
    }

    public Tokens tokens() {
        return tokens;
    }

    public List<Account> accounts() {
        return ExampleAccounts.in(realm().json());
    }

    public String keycloakAdminPassword() {
        return secrets.password("keycloak.admin");
    }

    /** Pictures that detection keeps. */
    public Path evidence() {
        return options.home().resolve("evidence");
    }

    /** By which preservation bundles of this stack are known. */
    public Path preservationCertificate() {
        return options.home().resolve("preservation.pem");
    }

    public Path logs() {
        return options.home().resolve("logs");
    }

    public Path log(Service service) {
        return options.log(service.label());
    }

    Realm realm() {
        return new Realm(secrets::password, options.ports().of(Service.GATEWAY));
    }

    ServiceContract contract() {
        return contract;
    }
}

package io.mingjian.stack;

import io.mingjian.stack.keycloak.Realm;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables by which a service learns where its neighbours are; the chart sets the same. */
final class ServiceContract {
    private static final String PATIENCE = "180S";

    private final StackOptions options;
    private final Secrets secrets;

    ServiceContract(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    Map<String, String> environment(Service service) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(options.ports().of(service)));
        variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
        variables.put("QUARKUS_OIDC_CONNECTION_DELAY", PATIENCE);
        variables.put("MINGJIAN_SECRETS_CURSOR_KEY", secrets.key("cursor"));
        variables.putAll(service == Service.GATEWAY ? gateway() : businessService(service));
        variables.putAll(options.environment().getOrDefault(service, Map.of()));
        return variables;
    }

    String issuer() {
        return "http://127.0.0.1:%d/realms/%s".formatted(options.ports().keycloak(), Realm.NAME);
    }

    String jdbcUrl(Service service) {
        return "jdbc:" + databaseUrl(service);
    }

    private String databaseUrl(Service service) {
        return "postgresql://127.0.0.1:%d/%s"
                .formatted(options.ports().postgres(), service.label());
    }

    private Map<String, String> businessService(Service service) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(service));
        variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", databaseUrl(service));
        variables.put("QUARKUS_DATASOURCE_USERNAME", service.label());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password("db." + service.label()));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + options.ports().kafka());
        if (service == Service.REGISTRY) {
            variables.put("MINGJIAN_SECRETS_FILER_KEY", secrets.key("filer"));
        }
        if (service == Service.MONITORING) {
            variables.put("MINGJIAN_DETECTION_URL", upstream(Service.DETECTION));
        }
        if (service == Service.DETECTION) {
            variables.put("MINGJIAN_SECRETS_GENERATION_KEY", secrets.key("generation"));
            variables.put("MINGJIAN_EVIDENCE_DIR", options.home().resolve("evidence").toString());
            PreservationKey key = PreservationKey.in(options.home(), secrets);
            variables.put("MINGJIAN_PRESERVATION_KEY", key.store().toString());
            variables.put("MINGJIAN_PRESERVATION_KEY_PASSWORD", key.password());
        }
        return variables;
    }

    private Map<String, String> gateway() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_OIDC_CONSOLE_AUTH_SERVER_URL", issuer());
        variables.put("QUARKUS_OIDC_CONSOLE_CONNECTION_DELAY", PATIENCE);
        variables.put(
                "QUARKUS_OIDC_CONSOLE_CREDENTIALS_SECRET", secrets.password("client.console"));
        variables.put("MINGJIAN_UPSTREAM_REGISTRY", upstream(Service.REGISTRY));
        variables.put("MINGJIAN_UPSTREAM_DETECTION", upstream(Service.DETECTION));
        variables.put("MINGJIAN_UPSTREAM_MONITORING", upstream(Service.MONITORING));
        variables.put("MINGJIAN_SECRETS_SESSION_KEY", secrets.key("session"));
        variables.put("MINGJIAN_SECRETS_CSRF_KEY", secrets.key("csrf"));
        return variables;
    }

    private String upstream(Service service) {
        return "http://127.0.0.1:" + options.ports().of(service);
    }
}

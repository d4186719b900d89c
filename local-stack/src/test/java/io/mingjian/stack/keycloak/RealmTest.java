package io.mingjian.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.stack.keycloak.ExampleAccounts.Account;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmTest {
    private final ObjectMapper json = new ObjectMapper();
    private final String text = new Realm(name -> "secret-of-" + name, 18080).json();

    @Test
    void noBlankIsLeft() {
        assertThat(text).doesNotContain("@@");
    }

    @Test
    void theBuiltInClientScopesSurvive() throws Exception {
        assertThat(realm().has("clientScopes")).isFalse();
    }

    @Test
    void guessingPasswordsIsSlowedDown() throws Exception {
        assertThat(realm().path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm().path("failureFactor").asInt()).isBetween(3, 10);
    }

    @Test
    void theConsoleUsesTheCodeFlowWithPkceAndReturnsToTheGatewayOnly() throws Exception {
        JsonNode console = client("console");

        assertThat(console.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(console.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(texts(console.path("redirectUris")))
                .containsExactly("http://127.0.0.1:18080/login/callback");
        assertThat(console.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void everyClientHasItsOwnSecretAndNoneIsPublic() throws Exception {
        for (JsonNode client : realm().path("clients")) {
            assertThat(client.path("secret").asText())
                    .isEqualTo("secret-of-client." + client.path("clientId").asText());
            assertThat(client.path("publicClient").asBoolean()).isFalse();
        }
    }

    @Test
    void tokensOfAllButTheStrangerAreForTheApiAndCarryTheCaller() throws Exception {
        for (JsonNode client : realm().path("clients")) {
            boolean stranger = client.path("clientId").asText().equals("stranger");
            assertThat(claims(client))
                    .isEqualTo(
                            stranger
                                    ? Set.of("another-api")
                                    : Set.of(
                                            "mingjian-api",
                                            "organisation",
                                            "kind",
                                            "district",
                                            "uscc"));
        }
    }

    @Test
    void rolesAndKindsAreThoseOfTheContract() throws Exception {
        assertThat(StreamSupport.stream(realm().at("/roles/realm").spliterator(), false))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrder(names(Role.values()));
        for (JsonNode user : realm().path("users")) {
            assertThat(names(OrganisationKind.values()))
                    .contains(user.at("/attributes/kind/0").asText());
            assertThat(names(Role.values())).containsAll(texts(user.path("realmRoles")));
        }
    }

    @Test
    void onlyAdministratorsMayChangeWhoAPersonIs() throws Exception {
        JsonNode profile =
                json.readTree(
                        realm().at(
                                        "/components/org.keycloak.userprofile.UserProfileProvider"
                                                + "/0/config/kc.user.profile.config/0")
                                .asText());

        assertThat(StreamSupport.stream(profile.path("attributes").spliterator(), false))
                .extracting(attribute -> attribute.path("name").asText())
                .contains("organisation", "kind", "district", "uscc");
        for (JsonNode attribute : profile.path("attributes")) {
            assertThat(texts(attribute.at("/permissions/edit"))).containsExactly("admin");
        }
    }

    @Test
    void machinesActThroughServiceAccounts() throws Exception {
        List<JsonNode> machines =
                users().filter(user -> user.has("serviceAccountClientId")).toList();

        assertThat(machines)
                .extracting(user -> user.path("serviceAccountClientId").asText())
                .containsExactlyInAnyOrder(
                        "monitor-jingwei",
                        "monitor-other",
                        "platform-yougou",
                        "provider-huiyan",
                        "provider-other");
        for (JsonNode machine : machines) {
            assertThat(texts(machine.path("realmRoles"))).containsExactly("INTEGRATION");
            assertThat(machine.path("username").asText())
                    .isEqualTo(
                            "service-account-" + machine.path("serviceAccountClientId").asText());
        }
    }

    @Test
    void aPersonKeepsTheSameIdInEveryImport() throws Exception {
        String again = new Realm(name -> "another", 8080).json();

        assertThat(ids(json.readTree(again))).isEqualTo(ids(realm())).doesNotHaveDuplicates();
    }

    @Test
    void accountsAreReadFromTheRealmWithTheirPasswords() {
        List<Account> accounts = ExampleAccounts.in(text);

        assertThat(accounts).hasSize(19);
        assertThat(accounts)
                .contains(
                        new Account(
                                "huangpu.handler",
                                "黄浦承办人",
                                "secret-of-user.huangpu.handler",
                                "samr-huangpu",
                                List.of("HANDLER")));
    }

    private JsonNode realm() throws Exception {
        return json.readTree(text);
    }

    private Stream<JsonNode> users() throws Exception {
        return StreamSupport.stream(realm().path("users").spliterator(), false);
    }

    private JsonNode client(String id) throws Exception {
        return StreamSupport.stream(realm().path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> claims(JsonNode client) {
        return StreamSupport.stream(client.path("protocolMappers").spliterator(), false)
                .map(mapper -> mapper.path("config"))
                .map(c -> c.path("claim.name").asText(c.path("included.custom.audience").asText()))
                .collect(Collectors.toSet());
    }

    private static List<String> ids(JsonNode realm) {
        return realm.path("users").findValuesAsText("id");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }
}

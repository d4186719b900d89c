package io.mingjian.stack.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.stack.process.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The people whom the realm contains, read back from it so that there is one list only. */
public final class ExampleAccounts {
    /**
     * One person who may log in.
     *
     * @param title what the person is, in zh-CN
     */
    public record Account(
            String user, String title, String password, String organisation, List<String> roles) {}

    private ExampleAccounts() {}

    public static List<Account> in(String realmJson) {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode user : parse(realmJson).path("users")) {
            if (user.has("credentials")) {
                accounts.add(account(user));
            }
        }
        return accounts;
    }

    private static Account account(JsonNode user) {
        return new Account(
                user.path("username").asText(),
                user.path("firstName").asText(),
                user.at("/credentials/0/value").asText(),
                user.at("/attributes/organisation/0").asText(),
                StreamSupport.stream(user.path("realmRoles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new StackFailure("the realm is not JSON: " + e.getMessage(), e);
        }
    }
}

package io.mingjian.gateway.console;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.gateway.testing.Outside;
import io.mingjian.gateway.testing.Tokens;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An officer who loads pages and sends their forms as a browser without scripts would. */
final class Browsing {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final String token;
    private String cookie = "";
    private String csrf = "";

    Browsing(Role... roles) {
        token = Tokens.of("samr-huangpu", OrganisationKind.DISTRICT_BUREAU, roles);
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> page = Outside.send(request(path));
        page.headers()
                .allValues("Set-Cookie")
                .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
        Matcher found = TOKEN.matcher(page.body());
        csrf = found.find() ? found.group(1) : csrf;
        return page;
    }

    /** With the hidden field of the page that was loaded last. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(path, "csrf-token=" + encoded(csrf) + "&" + form(fields), false);
    }

    HttpResponse<String> postByScript(String path, Map<String, String> fields) {
        return send(path, "csrf-token=" + encoded(csrf) + "&" + form(fields), true);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        return send(path, form(fields), false);
    }

    private HttpResponse<String> send(String path, String body, boolean script) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        if (script) {
            request.header("HX-Request", "true");
        }
        return Outside.send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                Outside.request(path).header("Authorization", "Bearer " + token);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

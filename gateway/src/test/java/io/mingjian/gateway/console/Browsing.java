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
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An officer who loads pages and sends their forms as a browser without scripts would. */
final class Browsing {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final String token;
    private String cookie = "";
    private String page = "";

    Browsing(Role... roles) {
        this("samr-huangpu", OrganisationKind.DISTRICT_BUREAU, roles);
    }

    Browsing(String organisation, OrganisationKind kind, Role... roles) {
        token = Tokens.of(organisation, kind, roles);
    }

    String token() {
        return token;
    }

    String subject() {
        return "someone";
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> answer = Outside.send(request(path));
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
        page = answer.body();
        return answer;
    }

    /** What the browser still has under this tag. */
    HttpResponse<String> get(String path, String tag) {
        return Outside.send(request(path).header("If-None-Match", tag));
    }

    /** Sends the form of the page that was loaded last. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(path, form(filledIn(path, fields)), false);
    }

    HttpResponse<String> postByScript(String path, Map<String, String> fields) {
        return send(path, form(filledIn(path, fields)), true);
    }

    private Map<String, String> filledIn(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>();
        int start = Math.max(0, page.indexOf(" action=\"" + path + "\""));
        Matcher hidden = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (hidden.find()) {
            all.put(hidden.group(1), text(hidden.group(2)));
        }
        all.putAll(fields);
        return all;
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
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

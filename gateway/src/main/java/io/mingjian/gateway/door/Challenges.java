package io.mingjian.gateway.door;

import io.mingjian.gateway.identity.Admission;
import io.mingjian.gateway.identity.Admission.BadToken;
import io.mingjian.gateway.identity.Admission.Fault;

/** Words for a missing or refused token (RFC 6750 §3). */
final class Challenges {
    private static final String REALM = "Bearer realm=\"mingjian\"";

    private Challenges() {}

    static Refusal of(Admission admission) {
        return admission instanceof BadToken bad ? refused(bad.fault()) : missing();
    }

    private static Refusal missing() {
        return Refusal.unauthenticated(
                REALM,
                "请在 Authorization 头中携带访问令牌。",
                "Send an access token in the Authorization header.");
    }

    private static Refusal refused(Fault fault) {
        return switch (fault) {
            case EXPIRED ->
                    refused(
                            "expired",
                            "访问令牌已过期，请重新获取。",
                            "The access token has expired; get a new one.");
            case AUDIENCE ->
                    refused(
                            "wrong audience",
                            "访问令牌不是发给本系统的。",
                            "The access token was issued for another system.");
            case BOUND ->
                    refused(
                            "bound to a key",
                            "该令牌绑定了密钥，不能作为普通令牌使用。",
                            "The token is bound to a key and is no plain bearer token.");
            case INVALID -> refused("invalid", "访问令牌无效。", "The access token is not valid.");
        };
    }

    private static Refusal refused(String reason, String zh, String en) {
        String challenge =
                REALM + ", error=\"invalid_token\", error_description=\"" + reason + "\"";
        return Refusal.unauthenticated(challenge, zh, en);
    }
}

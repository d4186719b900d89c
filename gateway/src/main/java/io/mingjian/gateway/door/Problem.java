package io.mingjian.gateway.door;

import java.util.Locale;

/**
 * What the door itself may answer instead of a service. The URN is {@code
 * urn:mingjian:problem:<name>}; a name that the services use too means the same there.
 */
enum Problem {
    // spotless:off
    MALFORMED_REQUEST(400, "请求无法解析", "Malformed request", "请求头或正文的长度写法有误。", "The framing of the request is wrong."),
    UNAUTHENTICATED(401, "未登录或令牌无效", "Not authenticated", "请在 Authorization 头中携带有效的访问令牌。", "Send a valid access token in the Authorization header."),
    FORBIDDEN(403, "无权进行此操作", "Not allowed", "您所在机构的类别或您的角色无权进行此操作。", "The kind of your organisation or your role does not allow this."),
    NOT_FOUND(404, "未找到", "Not found", "没有这个接口，请核对路径。", "There is no such operation; check the path."),
    METHOD_NOT_ALLOWED(405, "不支持的请求方法", "Method not allowed", "该路径不支持此请求方法，可用方法见 Allow 头。", "This path takes other methods; see the Allow header."),
    REQUEST_TIMEOUT(408, "发送请求超时", "Request timeout", "请求正文迟迟没有发完，请检查网络后重试。", "The request body stopped coming; check the network and try again."),
    TOO_LARGE(413, "内容超过上限", "Content too large", "请求正文超过上限。", "The request body exceeds the limit."),
    RATE_LIMITED(429, "请求过于频繁", "Too many requests", "请求过于频繁，请按 Retry-After 所示秒数后重试。", "Too many requests; retry after the seconds told in Retry-After."),
    INTERNAL(500, "内部错误", "Internal error", "网关内部错误，请凭追踪号联系管理员。", "The gateway failed; tell the operator the trace id."),
    UPSTREAM_UNREACHABLE(502, "后端服务无法连接", "Service unreachable", "后端服务暂时无法连接，请稍后重试。", "The service behind the gateway cannot be reached; try again later."),
    UNAVAILABLE(503, "服务暂不可用", "Temporarily unavailable", "服务暂不可用，请稍后重试。", "Temporarily unavailable; try again later."),
    UPSTREAM_TIMEOUT(504, "后端服务响应超时", "Service timeout", "后端服务没有在时限内答复，结果未知；重试写操作时请沿用同一 Idempotency-Key。", "The service did not answer in time and the result is unknown; retry a change with the same Idempotency-Key.");
    // spotless:on

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    Problem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
    }

    int status() {
        return status;
    }

    String title(Language language) {
        return language.pick(titleZh, titleEn);
    }

    String detail(Language language) {
        return language.pick(detailZh, detailEn);
    }

    String urn() {
        return "urn:mingjian:problem:" + label();
    }

    /** As {@code too-large}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

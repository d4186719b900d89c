package io.mingjian.kit.refusal;

import java.util.Locale;

/**
 * All problem types of the services, with their HTTP status. The URN is {@code
 * urn:mingjian:problem:<name>}.
 */
public enum ProblemType {
    MALFORMED_REQUEST(400, "请求无法解析", "Malformed request"),
    UNAUTHENTICATED(401, "未登录或令牌无效", "Not authenticated"),
    FORBIDDEN(403, "无权进行此操作", "Not allowed"),
    NOT_FOUND(404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持的请求方法", "Method not allowed"),
    NOT_ACCEPTABLE(406, "无法提供所要求的格式", "Not acceptable"),
    CONFLICT(409, "与现有数据冲突", "Conflict"),
    STEP_NOT_ALLOWED(409, "当前状态不允许此步骤", "Step not allowed in this state"),
    GONE(410, "内容已不再保存", "No longer kept"),
    STALE(412, "数据已被他人更新", "The resource has changed"),
    TOO_LARGE(413, "内容超过上限", "Content too large"),
    UNSUPPORTED_MEDIA(415, "不支持的内容类型", "Unsupported media type"),
    INVALID(422, "填写内容不符合要求", "Invalid content"),
    REASONS_MISSING(422, "须说明理由", "Reasons are required"),
    IDEMPOTENCY_KEY_REUSE(422, "幂等键已用于其他请求", "Idempotency key reused"),
    PRECONDITION_MISSING(428, "缺少版本前提", "Precondition required"),
    LIMIT_REACHED(429, "次数达到上限", "Limit reached"),
    UNAVAILABLE(503, "服务暂不可用", "Temporarily unavailable"),
    INTERNAL(500, "内部错误", "Internal error");

    private final int status;
    private final String zh;
    private final String en;

    ProblemType(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    public int status() {
        return status;
    }

    public String title(boolean english) {
        return english ? en : zh;
    }

    public String urn() {
        return "urn:mingjian:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

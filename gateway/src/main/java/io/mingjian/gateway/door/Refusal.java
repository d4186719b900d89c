package io.mingjian.gateway.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer of the door itself.
 *
 * @param zh detail for people who read Chinese
 * @param members further members of the problem document, as {@code limit}
 * @param headers headers that belong to this answer, as {@code Retry-After}
 */
record Refusal(
        Problem problem,
        String zh,
        String en,
        Map<String, Object> members,
        Map<String, String> headers) {

    static Refusal of(Problem problem) {
        return new Refusal(
                problem,
                problem.detail(Language.ZH),
                problem.detail(Language.EN),
                Map.of(),
                Map.of());
    }

    Refusal saying(String newZh, String newEn) {
        return new Refusal(problem, newZh, newEn, members, headers);
    }

    Refusal member(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Refusal(problem, zh, en, more, headers);
    }

    Refusal header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(problem, zh, en, members, more);
    }

    /** {@code 413} with the limit in words and as a member. */
    static Refusal tooLarge(long limit) {
        if (limit == 0) {
            return of(Problem.TOO_LARGE)
                    .saying("此操作不接受请求正文。", "This operation takes no request body.")
                    .member("limit", 0L);
        }
        return of(Problem.TOO_LARGE)
                .saying(
                        "请求正文超过上限 %d 字节。".formatted(limit),
                        "The request body exceeds the limit of %d bytes.".formatted(limit))
                .member("limit", limit);
    }

    /** {@code 401} with the challenge of RFC 6750. */
    static Refusal unauthenticated(String challenge, String zh, String en) {
        return of(Problem.UNAUTHENTICATED).saying(zh, en).header("WWW-Authenticate", challenge);
    }
}

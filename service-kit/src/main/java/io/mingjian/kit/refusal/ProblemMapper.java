package io.mingjian.kit.refusal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mingjian.kit.trace.Traces;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns refusals and accidents into RFC 9457 problem documents; the only place that does. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final MediaType PROBLEM = new MediaType("application", "problem+json", "utf-8");
    private static final String UNIQUE_VIOLATION = "23505";

    /** A character that the database takes in no text, and one that it takes in no JSON. */
    private static final Set<String> NO_SUCH_CHARACTER = Set.of("22021", "22P05");

    @ServerExceptionMapper
    public Response refusal(Refusal refusal, HttpHeaders headers) {
        boolean english = english(headers);
        Response answer =
                answer(
                        refusal.type(),
                        refusal.detail(english),
                        refusal.errors(),
                        refusal.extensions(),
                        english);
        return refusal instanceof LimitReached limit
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, limit.retryAfterSeconds())
                        .build()
                : answer;
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations, HttpHeaders headers) {
        List<FieldError> errors =
                violations.getConstraintViolations().stream().map(ProblemMapper::error).toList();
        return refusal(new Invalid(errors), headers);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException unreadable, HttpHeaders headers) {
        if (unreadable instanceof InvalidDefinitionException
                || unreadable instanceof JsonGenerationException) {
            return accident(
                    new IllegalStateException("an answer cannot be written", unreadable),
                    headers,
                    "");
        }
        return refusal(new Malformed(error(unreadable)), headers);
    }

    /** Named on its own because the framework ships a mapper for it that would win otherwise. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException unreadable, HttpHeaders headers) {
        return unreadable(unreadable, headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, HttpHeaders headers) {
        Throwable cause = failure.getCause();
        if (cause instanceof Refusal refusal) {
            return refusal(refusal, headers);
        }
        if (cause instanceof JacksonException unreadable) {
            return unreadable(unreadable, headers);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return plain(ofStatus(status), headers);
    }

    @ServerExceptionMapper
    public Response notAuthenticated(UnauthorizedException failure, HttpHeaders headers) {
        return unauthenticated(headers);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException failure, HttpHeaders headers) {
        return unauthenticated(headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return refusal(new Forbidden("您的角色无权进行此操作。", "Your role does not allow this."), headers);
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException failure, HttpHeaders headers) {
        return refusal(new Stale(), headers);
    }

    @ServerExceptionMapper
    public Response stale(StaleStateException failure, HttpHeaders headers) {
        return refusal(new Stale(), headers);
    }

    @ServerExceptionMapper
    public Response accident(
            Throwable failure, HttpHeaders headers, ContainerRequestContext request) {
        return accident(
                failure,
                headers,
                request.getProperty(NullCharacter.PLACE) instanceof String place ? place : "");
    }

    /**
     * What nobody foresaw.
     *
     * @param nullAt where in the body a null character stands, for when the database refuses it
     */
    private Response accident(Throwable failure, HttpHeaders headers, String nullAt) {
        Optional<Refusal> refusal = cause(failure, Refusal.class);
        if (refusal.isPresent()) {
            return refusal(refusal.get(), headers);
        }
        if (cause(failure, OptimisticLockException.class).isPresent()
                || cause(failure, StaleStateException.class).isPresent()) {
            return refusal(new Stale(), headers);
        }
        Optional<String> sqlState = sqlState(failure);
        if (sqlState.filter(NO_SUCH_CHARACTER::contains).isPresent()) {
            LOG.warnf(failure, "text refused, trace %s", Traces.traceId().orElse("-"));
            return refusal(NullCharacter.at(nullAt), headers);
        }
        if (sqlState.filter(UNIQUE_VIOLATION::equals).isPresent()) {
            return refusal(
                    new Conflict(
                            "already-exists",
                            "相同的记录已存在，请重新载入后核对。",
                            "The same record exists already."),
                    headers);
        }
        LOG.errorf(failure, "request failed, trace %s", Traces.traceId().orElse("-"));
        return plain(
                Transience.isTransient(failure) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL,
                headers);
    }

    private static Response unauthenticated(HttpHeaders headers) {
        return Response.fromResponse(plain(ProblemType.UNAUTHENTICATED, headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response plain(ProblemType type, HttpHeaders headers) {
        boolean english = english(headers);
        return answer(type, type.title(english), List.of(), Map.of(), english);
    }

    private static Response answer(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            Map<String, Object> extensions,
            boolean english) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.urn());
        problem.put("title", type.title(english));
        problem.put("status", type.status());
        problem.put("detail", detail);
        if (!errors.isEmpty()) {
            problem.put("errors", errors.stream().map(error -> member(error, english)).toList());
        }
        problem.putAll(extensions);
        Traces.traceId().ifPresent(id -> problem.put("traceId", id));
        Response.ResponseBuilder answer =
                Response.status(type.status())
                        .type(PROBLEM)
                        .header(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
                        .entity(problem);
        if (type == ProblemType.UNAVAILABLE) {
            answer.header("Retry-After", 5);
        }
        return answer.build();
    }

    private static Map<String, String> member(FieldError error, boolean english) {
        Map<String, String> member = new LinkedHashMap<>();
        member.put("pointer", error.pointer());
        member.put("code", error.code());
        member.put("detail", english ? error.en() : error.zh());
        return member;
    }

    /**
     * The path of a violation starts with the method and its parameter, which no caller knows; an
     * element of a list has its number and no name.
     */
    private static FieldError error(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, PARAMETER, CROSS_PARAMETER, RETURN_VALUE -> {}
                default -> {
                    if (node.getIndex() != null) {
                        names.add(node.getIndex().toString());
                    }
                    if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                        names.add(node.getName());
                    }
                }
            }
        }
        String code =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        String message = violation.getMessage();
        return new FieldError(pointer(names), kebab(code), message, message);
    }

    private static FieldError error(JacksonException unreadable) {
        String pointer =
                unreadable instanceof JsonMappingException mapping ? pointer(path(mapping)) : "";
        if (unreadable instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            String allowed =
                    String.join(
                            "、",
                            Arrays.stream(format.getTargetType().getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
            return new FieldError(
                    pointer,
                    "unknown-code",
                    "不是可用的代码；可用：" + allowed + "。",
                    "Use one of: " + allowed);
        }
        if (unreadable instanceof UnrecognizedPropertyException) {
            return new FieldError(pointer, "unknown-field", "不认识的字段。", "Unknown field.");
        }
        if (unreadable instanceof MismatchedInputException) {
            return new FieldError(
                    pointer,
                    "wrong-type",
                    "字段的类型或格式不正确。",
                    "The field has the wrong type or format.");
        }
        return new FieldError(pointer, "not-json", "请求体不是有效的 JSON。", "The body is not valid JSON.");
    }

    private static List<String> path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() != null
                                        ? step.getFieldName()
                                        : String.valueOf(step.getIndex()))
                .toList();
    }

    private static String pointer(List<String> names) {
        StringBuilder pointer = new StringBuilder();
        names.forEach(
                name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static ProblemType ofStatus(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL);
    }

    static boolean english(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            if ("zh".equals(locale.getLanguage()) || "*".equals(locale.getLanguage())) {
                return false;
            }
            if ("en".equals(locale.getLanguage())) {
                return true;
            }
        }
        return false;
    }

    /** As the driver tells it, or the mapper, which keeps nothing else of what the driver told. */
    private static Optional<String> sqlState(Throwable failure) {
        return cause(failure, PgException.class)
                .map(PgException::getSqlState)
                .or(() -> cause(failure, SQLException.class).map(SQLException::getSQLState));
    }

    private static <T extends Throwable> Optional<T> cause(
            @Nullable Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}

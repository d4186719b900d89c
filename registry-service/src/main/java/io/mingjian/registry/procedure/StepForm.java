package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.lifecycle.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that is open to the caller and everything that its request may hold, so that a console can
 * draw the form and build the request from it alone.
 *
 * @param name zh-CN
 * @param path last part of the address that takes the step
 * @param hint what the law says of it, in a sentence
 */
@Schema(name = "StepForm", description = "可办步骤及其所需内容 / An open step and what it asks for")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepForm(
        String step,
        String name,
        String article,
        String path,
        @Nullable String hint,
        List<Field> fields) {

    /** What is written into a field, and as which JSON value it is sent. */
    @Schema(
            name = "StepFieldKind",
            description =
                    "TEXT、LONG_TEXT、FILING（另一件的编号）、ONE_OF：字符串；TEXTS、SOME_OF：字符串数组；"
                            + "DATE：yyyy-MM-dd；DATE_TIME：RFC 3339；YUAN：数；YES_NO：布尔值；"
                            + "GROUND：所选情形的序号；GROUP：对象 / the JSON value of a field")
    public enum Kind {
        TEXT,
        LONG_TEXT,
        /** Several texts. */
        TEXTS,
        DATE,
        DATE_TIME,
        YUAN,
        YES_NO,
        /** Id of another filing. */
        FILING,
        /** One code of the choices. */
        ONE_OF,
        /** Codes of the choices. */
        SOME_OF,
        /** The number of a legal ground, one of the choices. */
        GROUND,
        /** An object that holds the fields of this one. */
        GROUP
    }

    /**
     * Something to choose.
     *
     * @param fields what the request may hold beside it, only where this is chosen
     */
    @Schema(name = "StepChoice", description = "选项；选中时另需的内容 / A choice and what it asks for")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Choice(String code, String zh, List<Field> fields) {

        /** The constants of an enumeration with their words. */
        public static <E extends Enum<E>> List<Choice> each(E[] codes, Function<E, String> zh) {
            return each(codes, Enum::name, zh);
        }

        /** As above, by another code than the name. */
        public static <E> List<Choice> each(
                E[] all, Function<E, String> code, Function<E, String> zh) {
            return Arrays.stream(all)
                    .map(each -> new Choice(code.apply(each), zh.apply(each), List.of()))
                    .toList();
        }
    }

    /**
     * A field of the request.
     *
     * @param required always asked for where it stands; others depend on what else is said
     * @param hint how it is filled in
     * @param suggested what stands in it at first
     * @param fields of a group
     */
    @Schema(name = "StepField", description = "所需内容 / A field of the request")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(
            String name,
            String zh,
            Kind kind,
            boolean required,
            @Nullable String hint,
            @Nullable String suggested,
            List<Choice> choices,
            List<Field> fields) {

        /** A field without which the step is refused. */
        public static Field of(Kind kind, String name, String zh) {
            return new Field(name, zh, kind, true, null, null, List.of(), List.of());
        }

        public static Field text(String name, String zh) {
            return of(Kind.TEXT, name, zh);
        }

        public static Field longText(String name, String zh) {
            return of(Kind.LONG_TEXT, name, zh);
        }

        public static Field date(String name, String zh) {
            return of(Kind.DATE, name, zh);
        }

        public static Field oneOf(String name, String zh, List<Choice> choices) {
            return chosen(Kind.ONE_OF, name, zh, choices);
        }

        public static Field someOf(String name, String zh, List<Choice> choices) {
            return chosen(Kind.SOME_OF, name, zh, choices);
        }

        public static Field ground(String name, String zh, List<Choice> choices) {
            return chosen(Kind.GROUND, name, zh, choices);
        }

        public static Field yesNo(String name, String zh) {
            return chosen(
                    Kind.YES_NO,
                    name,
                    zh,
                    List.of(
                            new Choice("true", "是", List.of()),
                            new Choice("false", "否", List.of())));
        }

        public static Field group(String name, String zh, Field... fields) {
            return new Field(name, zh, Kind.GROUP, true, null, null, List.of(), List.of(fields));
        }

        private static Field chosen(Kind kind, String name, String zh, List<Choice> choices) {
            return new Field(name, zh, kind, true, null, null, choices, List.of());
        }

        /** The same, which may be left out. */
        public Field optional() {
            return new Field(name, zh, kind, false, hint, suggested, choices, fields);
        }

        public Field saying(String words) {
            return new Field(name, zh, kind, required, words, suggested, choices, fields);
        }

        public Field suggesting(String text) {
            return new Field(name, zh, kind, required, hint, text, choices, fields);
        }

        /** The same, with fields that belong to one of its choices; none if that is not offered. */
        public Field under(String code, Field... more) {
            List<Choice> extended =
                    choices.stream()
                            .map(
                                    each ->
                                            each.code().equals(code)
                                                    ? new Choice(code, each.zh(), List.of(more))
                                                    : each)
                            .toList();
            return new Field(name, zh, kind, required, hint, suggested, extended, fields);
        }
    }

    /** The reasons of a decision. */
    public static Field reasons(boolean required) {
        Field reasons = Field.longText("reasons", "理由").saying("写明所依据的事实。鉴别提示只供参考，不能单独作为理由。");
        return required ? reasons : reasons.optional();
    }

    /** The form of a row of the table. */
    public static StepForm of(
            Row<?, ?> row, String name, String path, @Nullable String hint, List<Field> fields) {
        return new StepForm(row.step().name(), name, row.article(), path, hint, fields);
    }

    /** What a row asks for: the step's own fields, and its reasons where they have a place. */
    public static List<Field> fields(Row<?, ?> row, List<Field> own, boolean withReasons) {
        if (!withReasons) {
            return own;
        }
        List<Field> all = new ArrayList<>(own);
        all.add(reasons(row.needsReasons()));
        return List.copyOf(all);
    }

    /** The steps in this order first, the others after them as they come. */
    public static <T> Comparator<T> first(List<T> steps) {
        return Comparator.comparingInt(
                step -> steps.contains(step) ? steps.indexOf(step) : steps.size());
    }
}

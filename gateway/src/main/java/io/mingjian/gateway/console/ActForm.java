package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.FormAnswer.Choice;
import io.mingjian.gateway.console.FormAnswer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that an officer can do, as a form.
 *
 * @param id prefix of all ids inside, as {@code non-acceptance}
 * @param action where the form goes
 * @param version tag under which the officer saw what it changes
 * @param asked the description by which it is drawn; it comes back with what was typed, so that
 *     nothing is lost if the step has closed by then
 * @param draft under which name the browser keeps what is typed
 * @param primary the one act that the page suggests first
 * @param open whether it is unfolded
 */
record ActForm(
        String id,
        String title,
        String about,
        String basis,
        String action,
        String version,
        String asked,
        String draft,
        boolean primary,
        boolean open,
        List<Field> fields) {

    /** More choices than this are a list to unfold. */
    private static final int MOST_IN_SIGHT = 8;

    /** How a field is drawn. */
    enum Widget {
        LINE,
        MONEY,
        AREA,
        DATE,
        MOMENT,
        RADIO,
        CHECK,
        LIST,
        GROUP
    }

    /**
     * One thing that it asks for.
     *
     * @param key name under which the browser sends it
     * @param fault what is wrong with it; empty if nothing is
     * @param fields of a group
     */
    record Field(
            String id,
            String key,
            Widget widget,
            String label,
            boolean required,
            String hint,
            String text,
            String fault,
            List<Option> options,
            List<Field> fields) {
        public boolean looks(String wanted) {
            return widget.name().equals(wanted);
        }

        public boolean faulty() {
            return !fault.isEmpty();
        }

        /** Ids of what describes it, for those who do not see it. */
        public String describedBy() {
            return Stream.of(hint.isEmpty() ? "" : id + "-hint", faulty() ? id + "-fault" : "")
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        /** Itself, what it holds and what belongs to its options. */
        Stream<Field> all() {
            return Stream.of(
                            Stream.of(this),
                            fields.stream().flatMap(Field::all),
                            options.stream()
                                    .flatMap(option -> option.fields().stream())
                                    .flatMap(Field::all))
                    .flatMap(each -> each);
        }
    }

    /**
     * One thing to choose.
     *
     * @param fields shown only while it is chosen
     */
    record Option(String id, String code, String words, boolean chosen, List<Field> fields) {}

    /**
     * An attempt that did not succeed.
     *
     * @param id of the form
     */
    record Tried(String id, FormAnswer asked, Typed typed, ServiceProblem problem) {}

    /**
     * What the forms of a page share.
     *
     * @param filing id
     * @param subject of the officer
     */
    record Seen(FilingKind kind, UUID filing, String subject, @Nullable Tried tried) {
        String page() {
            return FilingPage.href(kind, filing);
        }

        boolean wasTried(String id) {
            return tried != null && tried.id().equals(id);
        }
    }

    /**
     * @param under path below the page
     */
    static ActForm of(
            FormAnswer asked, String id, String under, String version, boolean primary, Seen seen) {
        Tried tried = seen.wasTried(id) ? seen.tried() : null;
        return new ActForm(
                id,
                asked.name(),
                asked.hint() == null ? "" : asked.hint(),
                FilingPage.basis(seen.kind(), asked.article()),
                seen.page() + "/" + under,
                version,
                asked.written(),
                "draft:" + seen.subject() + ":" + id + ":" + seen.filing() + ":" + version,
                primary,
                seen.tried() == null ? primary : tried != null,
                new Drawing(id, asked, tried).fields(asked.fields(), "", true));
    }

    /**
     * A form of a page that is not about a filing. The browser keeps no draft of it: it may name a
     * person.
     */
    static ActForm undrafted(FormAnswer asked, String action, @Nullable Tried tried) {
        return new ActForm(
                asked.path(),
                asked.name(),
                asked.hint() == null ? "" : asked.hint(),
                "",
                action,
                "",
                asked.written(),
                "",
                true,
                true,
                new Drawing(asked.path(), asked, tried).fields(asked.fields(), "", true));
    }

    /** A form of a page that is about no filing; the browser keeps no draft of it. */
    static ActForm beside(FormAnswer asked, String page, String version, @Nullable Tried tried) {
        return beside(asked, asked.path(), page, version, tried);
    }

    /** The same, where a page shows several of one kind. */
    static ActForm beside(
            FormAnswer asked, String id, String page, String version, @Nullable Tried tried) {
        Tried own = tried != null && tried.id().equals(id) ? tried : null;
        return new ActForm(
                id,
                asked.name(),
                asked.hint() == null ? "" : asked.hint(),
                "",
                page + "/" + asked.path(),
                version,
                asked.written(),
                "",
                false,
                own != null,
                new Drawing(id, asked, own).fields(asked.fields(), "", true));
    }

    /** All fields, wherever they stand. */
    Stream<Field> all() {
        return fields.stream().flatMap(Field::all);
    }

    /** Draws the fields with what was typed and what is wrong with it. */
    private static final class Drawing {
        private final String form;
        private final @Nullable Typed typed;
        private final Map<String, String> faults;

        Drawing(String form, FormAnswer asked, @Nullable Tried tried) {
            this.form = form;
            this.typed = tried == null ? null : tried.typed();
            List<String> keys = asked.fields().stream().flatMap(each -> keys(each, "")).toList();
            this.faults = tried == null ? Map.of() : faults(tried.problem(), keys);
        }

        private static Map<String, String> faults(ServiceProblem problem, List<String> keys) {
            return problem.faults().stream()
                    .distinct()
                    .collect(
                            Collectors.groupingBy(
                                    fault -> fault.nearest(keys),
                                    Collectors.mapping(
                                            ServiceProblem.Fault::text, Collectors.joining(" "))));
        }

        /**
         * @param needed false inside a group that may be left out
         */
        List<Field> fields(List<FormAnswer.Field> fields, String prefix, boolean needed) {
            return fields.stream().map(field -> field(field, prefix, needed)).toList();
        }

        private Field field(FormAnswer.Field field, String prefix, boolean needed) {
            String key = prefix + field.name();
            String id = form + "-" + key.replace('.', '-');
            return new Field(
                    id,
                    key,
                    widget(field),
                    field.zh() + (field.required() ? "" : "（选填）"),
                    needed && field.required(),
                    hint(field),
                    typed == null ? text(field.suggested()) : typed.one(key),
                    faults.getOrDefault(key, ""),
                    options(field, key, id, prefix),
                    fields(field.fields(), key + ".", needed && field.required()));
        }

        private List<Option> options(FormAnswer.Field field, String key, String id, String prefix) {
            List<String> chosen = typed == null ? List.of() : typed.all(key);
            List<Option> options = new ArrayList<>();
            if (widget(field) == Widget.RADIO && !field.required()) {
                boolean none = chosen.stream().allMatch(String::isBlank);
                options.add(new Option(id + "-none", "", "不选", none, List.of()));
            }
            for (Choice choice : field.choices()) {
                boolean isChosen = chosen.contains(choice.code());
                String words =
                        field.kind() == Kind.GROUND
                                ? choice.code() + ". " + choice.zh()
                                : choice.zh();
                options.add(
                        new Option(
                                id + "-" + choice.code(),
                                choice.code(),
                                words,
                                isChosen,
                                fields(choice.fields(), prefix, true)));
            }
            return List.copyOf(options);
        }

        private static Widget widget(FormAnswer.Field field) {
            return switch (field.kind()) {
                case TEXT, FILING -> Widget.LINE;
                case YUAN -> Widget.MONEY;
                case LONG_TEXT, TEXTS -> Widget.AREA;
                case DATE -> Widget.DATE;
                case DATE_TIME -> Widget.MOMENT;
                case SOME_OF -> Widget.CHECK;
                case GROUP -> Widget.GROUP;
                case YES_NO, ONE_OF, GROUND ->
                        field.choices().size() > MOST_IN_SIGHT
                                        && field.choices().stream()
                                                .allMatch(choice -> choice.fields().isEmpty())
                                ? Widget.LIST
                                : Widget.RADIO;
            };
        }

        private static String hint(FormAnswer.Field field) {
            String line = field.kind() == Kind.TEXTS ? "每行写一项。" : "";
            return line + text(field.hint());
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static Stream<String> keys(FormAnswer.Field field, String prefix) {
        String key = prefix + field.name();
        return Stream.of(
                        Stream.of(key),
                        field.fields().stream().flatMap(each -> keys(each, key + ".")),
                        field.choices().stream()
                                .flatMap(choice -> choice.fields().stream())
                                .flatMap(each -> keys(each, prefix)))
                .flatMap(each -> each);
    }
}

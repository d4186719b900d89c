package io.mingjian.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open act as a form.
 *
 * @param id prefix of all ids inside, as {@code non-acceptance}
 * @param action where the form goes
 * @param version tag under which the officer saw the filing
 * @param draft under which name the browser keeps what is typed
 * @param primary the one act that the page suggests first
 * @param open whether it is unfolded
 */
record ActForm(
        String id,
        String title,
        String about,
        String button,
        String action,
        String version,
        String draft,
        boolean primary,
        boolean open,
        List<Field> fields) {

    /**
     * One thing that it asks for.
     *
     * @param fault what is wrong with it; empty if nothing is
     */
    record Field(
            String id,
            Ask ask,
            String label,
            String hint,
            String text,
            String fault,
            List<Option> options) {
        public boolean asks(String name) {
            return ask.name().equals(name);
        }

        public String name() {
            return ask.field();
        }

        public boolean faulty() {
            return !fault.isEmpty();
        }
    }

    /** One thing to choose. */
    record Option(String id, String code, String words, boolean chosen) {}

    /** What an officer typed, by field; kept when an act is refused. */
    record Input(Map<String, List<String>> values) {
        static final Input NONE = new Input(Map.of());

        String one(String field) {
            List<String> all = all(field);
            return all.isEmpty() ? "" : all.get(0);
        }

        List<String> all(String field) {
            return values.getOrDefault(field, List.of());
        }

        /** The members of the service's request that this act asks for. */
        Map<String, Object> request(Act act) {
            Map<String, Object> body = new LinkedHashMap<>();
            for (Ask ask : act.asks()) {
                switch (ask) {
                    case REFUSAL_GROUND, TERMINATION_GROUND -> number(one("ground"), body);
                    case FACTORS -> {
                        if ("3".equals(one("ground"))) {
                            body.put("factors", all("factors"));
                        }
                    }
                    case REASONS, REMEDIES, DISTRICT -> body.put(ask.field(), one(ask.field()));
                }
            }
            return body;
        }

        private static void number(String text, Map<String, Object> body) {
            if (text.matches("[0-9]{1,2}")) {
                body.put("ground", Integer.valueOf(text));
            }
        }
    }

    static ActForm of(
            Act act, FilingAnswer filing, Seen seen, boolean primary, @Nullable Tried tried) {
        Tried mine = tried != null && tried.act() == act ? tried : null;
        boolean again = mine != null;
        Input input = mine == null ? Input.NONE : mine.input();
        ServiceProblem problem = mine == null ? ServiceProblem.SILENT : mine.problem();
        List<Field> fields = new ArrayList<>();
        for (Ask ask : act.asks()) {
            fields.add(field(act, ask, input, again, problem));
        }
        return new ActForm(
                act.path(),
                act.title(),
                act.about(),
                act.button(),
                seen.page() + "/" + act.path(),
                seen.version(),
                "draft:"
                        + seen.subject()
                        + ":"
                        + act.path()
                        + ":"
                        + filing.id()
                        + ":"
                        + seen.version(),
                primary,
                tried == null ? primary : again,
                List.copyOf(fields));
    }

    /** An attempt that did not succeed. */
    record Tried(Act act, Input input, ServiceProblem problem) {}

    /**
     * What the forms of a page share.
     *
     * @param page path of the filing's page
     */
    record Seen(String page, String version, String subject) {}

    private static Field field(
            Act act, Ask ask, Input input, boolean again, ServiceProblem problem) {
        String id = act.path() + "-" + ask.field();
        List<Option> options =
                ask.codes().stream()
                        .map(
                                code ->
                                        new Option(
                                                id + "-" + code,
                                                code,
                                                ask.words(code),
                                                input.all(ask.field()).contains(code)))
                        .toList();
        String text = input.one(ask.field());
        if (ask == Ask.REMEDIES && !again) {
            text = Wording.text("remedies.usual");
        }
        String fault =
                problem.faults().stream()
                        .filter(each -> each.field().equals(ask.field()))
                        .map(ServiceProblem.Fault::text)
                        .distinct()
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
        return new Field(
                id,
                ask,
                Wording.text("ask." + ask),
                Wording.knows("hint", ask.name()) ? Wording.of("hint", ask.name()) : "",
                text,
                fault,
                options);
    }
}

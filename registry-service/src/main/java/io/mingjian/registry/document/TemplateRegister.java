package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** The texts in use: from its first notice on, a version says what it said then. */
@ApplicationScoped
class TemplateRegister {
    private static final String FIX =
            """
            insert into document_template (kind, addressee, version, sm3, first_used_at)
            values (:kind, :addressee, :version, :sm3, :at)
            on conflict (kind, addressee, version) do update set sm3 = document_template.sm3
            returning sm3
            """;

    private static final String FIXED =
            "select sm3 from document_template where kind = :kind and addressee = :addressee and version = :version";

    private final Templates templates = Templates.shipped();
    private final Clock clock;

    TemplateRegister(Clock clock) {
        this.clock = clock;
    }

    /** The text in force on a day, fixed from now on. */
    Uni<Template> use(Caller caller, NoticeOrder order, LocalDate day) {
        Template template = templates.inForceOn(order.kind(), order.addressee(), day);
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(FIX, String.class)
                                        .setParameter("kind", template.kind().name())
                                        .setParameter("addressee", order.addressee().name())
                                        .setParameter("version", template.version())
                                        .setParameter("sm3", Templates.sm3(template))
                                        .setParameter("at", clock.instant())
                                        .getSingleResult())
                .invoke(first -> refuseChanged(template, first))
                .replaceWith(template);
    }

    /**
     * The text that a notice was made with.
     *
     * @throws IllegalStateException if it is gone or says something else now
     */
    Uni<Template> of(Caller caller, Document document) {
        Template template =
                templates.version(
                        document.kind(), document.addressee(), document.templateVersion());
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FIXED, String.class)
                                        .setParameter("kind", document.kind().name())
                                        .setParameter("addressee", document.addressee().name())
                                        .setParameter("version", document.templateVersion())
                                        .getSingleResult())
                .invoke(first -> refuseChanged(template, first))
                .replaceWith(template);
    }

    private static void refuseChanged(Template template, String first) {
        if (!first.equals(Templates.sm3(template))) {
            throw new IllegalStateException(
                    "the text of "
                            + template.kind()
                            + " v"
                            + template.version()
                            + " was changed after its first use; add a new version");
        }
    }
}

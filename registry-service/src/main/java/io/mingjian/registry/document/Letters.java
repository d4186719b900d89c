package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.paper.Letter;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.filer.MaskedIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the letter of a notice: the text of its version, with what its row and its filer say. */
@ApplicationScoped
class Letters {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final TemplateRegister templates;
    private final Identities identities;

    Letters(TemplateRegister templates, Identities identities) {
        this.templates = templates;
        this.identities = identities;
    }

    /** The letter as officers see it on the screen: the filer is masked. */
    Uni<Letter> masked(Caller caller, Document document) {
        return identities
                .masked(caller, document.parties())
                .map(found -> new Named(found.map(MaskedIdentity::name).orElse(null), null))
                .chain(filer -> write(caller, document, filer));
    }

    /**
     * The letter as it is handed out. Its own copy names the filer with the address, the copy for
     * the other side of a mediation the name alone (Art 37). The caller writes the audit entry.
     */
    Uni<Letter> open(Caller caller, Document document) {
        return identities
                .open(caller, document.parties())
                .map(
                        found ->
                                new Named(
                                        found.map(GivenIdentity::name).orElse(null),
                                        mayTellAddress(document)
                                                ? found.map(GivenIdentity::address).orElse(null)
                                                : null))
                .chain(filer -> write(caller, document, filer));
    }

    /** Of a person who also reported, the complaint's side sees no address. */
    private static boolean mayTellAddress(Document document) {
        return switch (document.addressee()) {
            case RESPONDENT -> false;
            case COMPLAINANT -> !document.parties().mixed();
            case REPORTER -> true;
        };
    }

    /** What the letter tells of the filer. */
    private record Named(@Nullable String name, @Nullable String address) {}

    private Uni<Letter> write(Caller caller, Document document, Named filer) {
        return templates.of(caller, document).map(template -> letter(document, template, filer));
    }

    private static Letter letter(Document document, Template template, Named filer) {
        String bureau = Bureau.zh(document.organisation());
        String name =
                filer.name() == null ? Discretion.wordFor(document.filingKind()) : filer.name();
        String to =
                document.addressee() == Addressee.RESPONDENT
                        ? document.parties().respondentName()
                        : name;
        List<String> paragraphs =
                template.filled(values(document, template, bureau, name)).stream()
                        .flatMap(each -> Arrays.stream(each.split("\\R")))
                        .map(each -> each.replace('\t', ' ').strip())
                        .filter(each -> !each.isEmpty())
                        .toList();
        return new Letter(
                bureau,
                template.title(),
                document.documentNo(),
                to + "：",
                filer.address() == null ? null : "住址：" + filer.address(),
                paragraphs,
                bureau + Letter.SEAL,
                day(document.issuedOn()));
    }

    private static Map<String, String> values(
            Document document, Template template, String bureau, String filer) {
        Map<String, String> values = new HashMap<>(document.facts());
        values.put("registrationNo", document.registrationNo());
        values.put("documentNo", document.documentNo());
        values.put("receivedOn", day(document.parties().receivedOn()));
        values.put("issuedOn", day(document.issuedOn()));
        values.put("bureau", bureau);
        values.put("respondent", document.parties().respondentName());
        values.put("filer", filer);
        values.put("article", template.article());
        LocalDate due = document.due();
        if (due != null) {
            values.put("due", day(due));
        }
        return values;
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}

package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.document.DocumentViews.DocumentView;
import io.mingjian.registry.document.Documents.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what a door shows of one notice. */
@ApplicationScoped
class DocumentDesk {
    private final Letters letters;
    private final ServiceBook services;
    private final Renditions renditions;

    DocumentDesk(Letters letters, ServiceBook services, Renditions renditions) {
        this.letters = letters;
        this.services = services;
        this.renditions = renditions;
    }

    Uni<DocumentView> view(Caller caller, Seen seen) {
        Document document = seen.document();
        return letters.masked(caller, document)
                .chain(
                        letter ->
                                services.of(caller, document.id())
                                        .chain(
                                                entries ->
                                                        renditions
                                                                .of(caller, document.id())
                                                                .map(
                                                                        made ->
                                                                                DocumentView.of(
                                                                                        caller,
                                                                                        seen,
                                                                                        letter,
                                                                                        entries,
                                                                                        made))));
    }
}

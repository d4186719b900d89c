package io.mingjian.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of rows there are. */
@ApplicationScoped
class RowKinds {
    private final FilingRows filings;
    private final EntryRows entries;

    RowKinds(FilingRows filings, EntryRows entries) {
        this.filings = filings;
        this.entries = entries;
    }

    RowKind<?> of(ImportKind kind) {
        return switch (kind) {
            case FILINGS -> filings;
            case ENTRIES -> entries;
        };
    }
}

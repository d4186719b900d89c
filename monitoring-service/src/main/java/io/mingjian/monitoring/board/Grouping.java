package io.mingjian.monitoring.board;

import java.util.EnumSet;
import java.util.Set;

/** By what the board is divided. */
enum Grouping {
    /** By the bureau that works on the lead: the city itself for what it took over. */
    DISTRICT("coalesce(l.holder, '')", EnumSet.of(Reader.CITY)),
    AGENCY("l.agency", EnumSet.of(Reader.CITY, Reader.DISTRICT)),
    CAMPAIGN("coalesce(cast(c.campaign_id as text), '')", EnumSet.of(Reader.CITY)),
    INSTRUCTION("cast(l.instruction_id as text)", EnumSet.of(Reader.CITY, Reader.AGENCY));

    private final String key;
    private final Set<Reader> readers;

    Grouping(String key, Set<Reader> readers) {
        this.key = key;
        this.readers = readers;
    }

    String key() {
        return key;
    }

    /** Nobody divides by what is hidden from them in the leads themselves. */
    boolean isFor(Reader reader) {
        return readers.contains(reader);
    }
}

package io.mingjian.gateway.console;

import io.mingjian.gateway.console.Reply.Done;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notices of a filing.
 *
 * @param known false if they could not be listed
 * @param files whether the officer may have them as files
 */
record NoticeList(boolean known, boolean files, List<Line> lines) {
    private static final Set<String> MAKERS = Set.of("HANDLER", "REVIEWER");

    /** Notices as the registry lists them. */
    record Answer(@Nullable List<Item> items) {}

    /** A notice as the registry lists it. */
    record Item(
            UUID id,
            @Nullable String kindName,
            @Nullable String addresseeName,
            String documentNo,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate servedOn,
            boolean withdrawn) {}

    /** A notice in words. */
    record Line(String id, String no, String name, String to, String issued, String served) {
        static Line of(Item item) {
            String served = item.servedOn() == null ? "尚未送达" : "已于 " + item.servedOn() + " 送达";
            return new Line(
                    item.id().toString(),
                    item.documentNo(),
                    item.kindName() == null ? "" : item.kindName(),
                    item.addresseeName() == null ? "" : item.addresseeName(),
                    item.issuedOn() == null ? "" : item.issuedOn().toString(),
                    item.withdrawn() ? "已撤回" : served);
        }
    }

    static NoticeList of(Reply<Answer> reply, Officer officer) {
        if (!(reply instanceof Done<Answer> done)) {
            return new NoticeList(false, false, List.of());
        }
        List<Item> items = done.body().items();
        return new NoticeList(
                true,
                officer.hasAny(MAKERS),
                items == null ? List.of() : items.stream().map(Line::of).toList());
    }
}

package io.mingjian.registry.recount;

import io.mingjian.registry.recount.Recounts.After;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a recount moved, as CSV that spreadsheets open with Chinese headings. It is written piece by
 * piece while it is read, however long it is. All cells are ids, codes and days: none can be a
 * formula.
 */
final class MovesFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEAD =
            BYTE_ORDER_MARK + "登记编号,类别,承办单位,期限,原届满日,原为暂定,新届满日,仍为暂定,编号\r\n";

    private MovesFile() {}

    /**
     * @param pages the rows after a place; an empty page is the end
     */
    static Multi<String> of(Function<After, Uni<List<Move>>> pages) {
        Multi<String> rows =
                Multi.createBy()
                        .repeating()
                        .uni(
                                () -> new AtomicReference<>(After.NOTHING),
                                place ->
                                        pages.apply(place.get())
                                                .invoke(page -> advance(place, page)))
                        .whilst(page -> !page.isEmpty())
                        .filter(page -> !page.isEmpty())
                        .map(MovesFile::text);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(HEAD), rows);
    }

    private static void advance(AtomicReference<After> place, List<Move> page) {
        if (!page.isEmpty()) {
            place.set(After.of(page.get(page.size() - 1)));
        }
    }

    private static String text(List<Move> page) {
        return page.stream().map(MovesFile::line).collect(Collectors.joining());
    }

    private static String line(Move move) {
        return String.join(
                        ",",
                        move.registrationNo(),
                        move.kind().name(),
                        move.holder(),
                        move.limitName(),
                        move.oldDueOn().toString(),
                        yesNo(move.wasProvisional()),
                        move.newDueOn().toString(),
                        yesNo(move.isProvisional()),
                        move.filingId().toString())
                + "\r\n";
    }

    private static String yesNo(boolean value) {
        return value ? "是" : "否";
    }
}

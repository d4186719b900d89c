package io.mingjian.kit.table;

import io.mingjian.kit.refusal.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All columns that files of one kind may have, in the order of the template. */
public record Columns(List<Column> all) {
    public Columns {
        all = List.copyOf(all);
    }

    public static Columns of(Column... all) {
        return new Columns(List.of(all));
    }

    public Optional<Column> named(String heading) {
        return all.stream().filter(each -> each.heading().equals(heading)).findFirst();
    }

    /**
     * In the words of the file: the column instead of the place in the form; what is about a whole
     * group of columns is told at its first.
     */
    public RowFault fault(FieldError error) {
        return new RowFault(
                (error.pointer().isEmpty() ? Optional.<Column>empty() : at(error.pointer()))
                        .map(Column::heading)
                        .orElse(""),
                error.code(),
                error.zh());
    }

    private Optional<Column> at(String pointer) {
        return first(
                        each ->
                                pointer.equals(each.pointer())
                                        || pointer.startsWith(each.pointer() + "/"))
                .or(() -> first(each -> each.pointer().startsWith(pointer + "/")));
    }

    private Optional<Column> first(Predicate<Column> wanted) {
        return all.stream().filter(wanted).findFirst();
    }
}

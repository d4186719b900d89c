package io.mingjian.registry.imports;

import io.mingjian.kit.refusal.FieldError;
import java.util.List;
import java.util.Optional;

/** All columns that files of one kind may have, in the order of the template. */
record Columns(List<Column> all) {
    Columns {
        all = List.copyOf(all);
    }

    static Columns of(Column... all) {
        return new Columns(List.of(all));
    }

    Optional<Column> named(String heading) {
        return all.stream().filter(each -> each.heading().equals(heading)).findFirst();
    }

    /** In the words of the file: the column instead of the place in the form. */
    RowFault fault(FieldError error) {
        return new RowFault(
                at(error.pointer()).map(Column::heading).orElse(""), error.code(), error.zh());
    }

    private Optional<Column> at(String pointer) {
        return all.stream()
                .filter(
                        each ->
                                pointer.equals(each.pointer())
                                        || pointer.startsWith(each.pointer() + "/"))
                .findFirst();
    }
}

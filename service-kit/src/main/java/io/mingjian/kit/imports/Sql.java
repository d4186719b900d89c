package io.mingjian.kit.imports;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Statements of the stores of this package. */
final class Sql {
    private Sql() {}

    static Uni<Integer> change(String sql, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            values.forEach(query::setParameter);
                            return query.executeUpdate();
                        });
    }

    static <T> Uni<List<T>> list(String sql, Class<T> type, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, type);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        });
    }
}

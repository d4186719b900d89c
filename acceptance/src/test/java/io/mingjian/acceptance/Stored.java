package io.mingjian.acceptance;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into the databases, as only an auditor of the tests may. */
final class Stored {
    private static final Map<Service, List<String>> BUSINESS_TABLES =
            Map.of(
                    Service.REGISTRY,
                            List.of(
                                    "submission",
                                    "complaint",
                                    "report",
                                    "filer",
                                    "criterion_version",
                                    "import_job"),
                    Service.DETECTION, List.of("evidence"),
                    Service.MONITORING,
                            List.of("instruction", "lead", "lead_import", "lead_bundle"));

    private final Addresses addresses;

    Stored(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The first column of every row. */
    List<String> column(Service service, String sql, Object... values) {
        List<String> column = new ArrayList<>();
        try (Connection connection = addresses.database(service);
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    column.add(String.valueOf(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + sql + ": " + e.getMessage(), e);
        }
        return column;
    }

    long count(Service service, String sql, Object... values) {
        return Long.parseLong(column(service, sql, values).get(0));
    }

    /** Rows of every table that a request of a party can add to. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        BUSINESS_TABLES.forEach(
                (service, tables) ->
                        tables.forEach(
                                table ->
                                        rows.put(
                                                service + "." + table,
                                                count(service, "select count(*) from " + table))));
        return rows;
    }
}

package io.mingjian.stack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases and roles of the same name, each closed to the others. */
final class Databases {
    private final Connection connection;

    Databases(Connection connection) {
        this.connection = connection;
    }

    /**
     * Lets each database that is made from here on tell what its statements cost; to be asked of
     * the template.
     */
    void countStatementsInNewOnes() throws SQLException {
        run("create extension if not exists pg_stat_statements");
    }

    void ensure(String name, String password) throws SQLException {
        if (!exists("select 1 from pg_roles where rolname = ?", name)) {
            run("create role %s login".formatted(identifier(name)));
        }
        run("alter role %s password %s".formatted(identifier(name), literal(password)));
        if (!exists("select 1 from pg_database where datname = ?", name)) {
            run("create database %1$s owner %1$s".formatted(identifier(name)));
            run("revoke connect, temporary on database %s from public".formatted(identifier(name)));
        }
    }

    void drop(String name) throws SQLException {
        run("drop database if exists %s with (force)".formatted(identifier(name)));
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}

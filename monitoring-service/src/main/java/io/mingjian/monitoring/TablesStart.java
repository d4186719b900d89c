package io.mingjian.monitoring;

import io.mingjian.monitoring.Tables.InForce;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Has every replaceable table read before the first request comes, so that a wrong one stops the
 * start, and logs which ones are in force.
 */
@ApplicationScoped
class TablesStart {
    private static final Logger LOG = Logger.getLogger(TablesStart.class);

    void read(@Observes @Priority(1) StartupEvent start) {
        Tables.INSTALLED.requireKnownFiles();
        for (Table table : Table.values()) {
            read(table);
            InForce found = Tables.INSTALLED.inForce(table);
            LOG.infof("table %s: %s, SHA-256 %s", table, found.source(), found.sha256());
        }
    }

    private static void read(Table table) {
        try {
            Class.forName(table.readBy(), true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("nobody reads " + table, gone);
        } catch (ExceptionInInitializerError wrong) {
            if (wrong.getCause() instanceof IllegalStateException refused) {
                throw refused;
            }
            throw wrong;
        }
    }
}

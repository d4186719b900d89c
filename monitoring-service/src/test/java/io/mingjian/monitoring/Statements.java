package io.mingjian.monitoring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service says to its database while a test does something. */
public final class Statements {
    private Statements() {}

    /** All of them, in their order; of whatever transaction. */
    public static List<String> of(Runnable act) {
        List<String> said = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger("org.hibernate.SQL");
        Handler listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord statement) {
                        said.add(statement.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        listener.setLevel(Level.ALL);
        Level before = log.getLevel();
        log.setLevel(Level.FINE);
        log.addHandler(listener);
        try {
            act.run();
        } finally {
            log.removeHandler(listener);
            log.setLevel(before);
        }
        return List.copyOf(said);
    }
}

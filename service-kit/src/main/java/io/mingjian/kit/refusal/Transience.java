package io.mingjian.kit.refusal;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (a lost database, a time-out) from those that stay. */
public final class Transience {
    private static final Pattern BROKEN = Pattern.compile("(?i)broken pipe|connection|closed");

    private Transience() {}

    /** True if trying the very same thing later may succeed. */
    public static boolean isTransient(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof PgException error) {
                return passes(error.getSqlState());
            }
            if (at instanceof SQLException error && passes(error.getSQLState())) {
                return true;
            }
            if (at instanceof SocketException
                    || at instanceof UnknownHostException
                    || at instanceof ClosedChannelException
                    || isBrokenConnection(at)
                    || at instanceof TimeoutException
                    || at instanceof io.smallrye.mutiny.TimeoutException
                    || at instanceof VertxException
                    || at instanceof ClosedConnectionException
                    || at instanceof NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }

    /** The JDK names a broken connection by message only; other input and output errors stay. */
    private static boolean isBrokenConnection(Throwable failure) {
        return failure.getClass() == IOException.class
                && BROKEN.matcher(String.valueOf(failure.getMessage())).find();
    }

    /**
     * SQLSTATE classes: connection, rollback (deadlock, serialisation), resources, operator
     * intervention.
     */
    private static boolean passes(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57"));
    }
}

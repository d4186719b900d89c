package io.mingjian.kit.time;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar in force: the shipped notices and those uploaded to this service. All
 * replicas see an upload at once, because each use asks the database for the version and reloads
 * when it has changed.
 */
@ApplicationScoped
public class Calendars {
    private final HolidayNotices notices;
    private final Audit audit;
    private final List<CalendarListener> listeners;
    private final WorkingCalendar shipped;
    private volatile @Nullable Loaded loaded;

    Calendars(
            HolidayNotices notices,
            Audit audit,
            @All List<CalendarListener> listeners,
            @ConfigProperty(name = "mingjian.legal-time.plain-weekends-roll", defaultValue = "true")
                    boolean plainWeekendsRoll) {
        this.notices = notices;
        this.audit = audit;
        this.listeners = listeners;
        this.shipped = WorkingCalendar.published().withPlainWeekendsRolling(plainWeekendsRoll);
    }

    private record Loaded(long version, WorkingCalendar calendar) {}

    /** What an upload did. */
    record Published(WorkingCalendar calendar, boolean changed) {}

    /** The calendar in force; needs an open session. */
    public Uni<WorkingCalendar> current() {
        return notices.version().chain(this::ofVersion);
    }

    /**
     * Puts a notice in force; needs a transaction. The same notice again changes nothing.
     *
     * @throws NoticeRejected when it contradicts the notice of a neighbouring year
     */
    Uni<Published> publish(Caller caller, HolidayNotice notice, String body) {
        return notices.lock()
                .chain(this::current)
                .chain(
                        calendar ->
                                calendar.notice(notice.year()).filter(notice::equals).isPresent()
                                        ? Uni.createFrom().item(new Published(calendar, false))
                                        : change(caller, notice, body, calendar.with(notice)));
    }

    private Uni<Published> change(
            Caller caller, HolidayNotice notice, String body, WorkingCalendar calendar) {
        return notices.add(notice, body, caller)
                .chain(() -> tell(calendar))
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "holiday-notice.publish",
                                                        "holiday-notice",
                                                        String.valueOf(notice.year()))
                                                .changing(null, notice)))
                .map(done -> new Published(calendar, true));
    }

    /** One after the other: they share the transaction's session. */
    private Uni<Void> tell(WorkingCalendar calendar) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (CalendarListener listener : listeners) {
            told = told.chain(() -> listener.calendarChanged(calendar));
        }
        return told;
    }

    private Uni<WorkingCalendar> ofVersion(long version) {
        Loaded known = loaded;
        if (known != null && known.version() == version) {
            return Uni.createFrom().item(known.calendar());
        }
        return notices.latest().map(this::load);
    }

    private WorkingCalendar load(HolidayNotices.Uploaded uploaded) {
        WorkingCalendar calendar = shipped;
        for (HolidayNotice notice : uploaded.notices()) {
            calendar = calendar.with(notice);
        }
        loaded = new Loaded(uploaded.version(), calendar);
        return calendar;
    }
}

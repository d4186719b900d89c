package io.mingjian.registry.intake;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.form.Channel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads by which channel a filing came, under which number and when (Order 121 Arts 8, 15). */
final class HeadReader {
    /**
     * First day of Order 121; what came before follows the rules of its time and is not entered
     * here.
     */
    static final LocalDate ORDER_121_BEGINS = LocalDate.of(2026, 4, 15);

    /** How far the sender's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final FilingRequest form;
    private final Caller caller;
    private final Instant now;
    private final Faults faults;

    HeadReader(FilingRequest form, Caller caller, Instant now, Faults faults) {
        this.form = form;
        this.caller = caller;
        this.now = now;
        this.faults = faults;
    }

    Optional<Channel> channel() {
        Optional<Channel> channel =
                faults.requiredCode("/channel", Channel.class, form.channel(), "接收渠道");
        boolean platform = caller.kind() == OrganisationKind.PLATFORM;
        if (channel.isPresent() && platform != (channel.get() == Channel.PLATFORM_API)) {
            faults.add(
                    "/channel",
                    "channel-not-yours",
                    platform ? "电商平台只能使用 PLATFORM_API 渠道。" : "PLATFORM_API 渠道仅供电商平台使用。",
                    "This channel is not open to your organisation.");
        }
        return channel;
    }

    Optional<String> externalNo(Optional<Channel> channel) {
        return channel.map(Channel::isNumbered).orElse(false)
                ? faults.required("/externalNo", form.externalNo(), 64, "来源渠道编号")
                : faults.optional("/externalNo", form.externalNo(), 64, "来源渠道编号");
    }

    Instant receivedAt() {
        if (form.receivedAt() == null || form.receivedAt().isBlank()) {
            return now;
        }
        try {
            Instant given = OffsetDateTime.parse(form.receivedAt().strip()).toInstant();
            if (given.isAfter(now.plus(CLOCK_SKEW))) {
                faults.add(
                        "/receivedAt",
                        "in-the-future",
                        "收到时间不得晚于当前时间。",
                        "Must not lie in the future.");
            } else if (LegalDay.of(given).isBefore(ORDER_121_BEGINS)) {
                faults.add(
                        "/receivedAt",
                        "before-order-121",
                        "2026年4月15日前收到的投诉举报适用原规定，不在本系统登记。",
                        "What came before 2026-04-15 follows the earlier rules.");
            }
            return given;
        } catch (DateTimeException unreadable) {
            faults.add(
                    "/receivedAt",
                    "not-a-time",
                    "收到时间须为带时区的 RFC 3339 时间，例如 2026-04-15T09:30:00+08:00。",
                    "An RFC 3339 time with offset is expected.");
            return now;
        }
    }
}

package io.mingjian.monitoring.finding;

/** Where on the net a finding was made. */
public enum PlatformType {
    /** A shop on a trading platform. */
    SHOP,
    /** A self-built website. */
    WEBSITE,
    APP,
    MINI_PROGRAM,
    OFFICIAL_ACCOUNT,
    LIVE_ROOM,
    LOCAL_LIFE
}

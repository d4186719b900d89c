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
    LOCAL_LIFE;

    /** Whether such a place is on somebody's platform; others stand by themselves. */
    boolean isOnPlatform() {
        return this != WEBSITE && this != APP;
    }
}

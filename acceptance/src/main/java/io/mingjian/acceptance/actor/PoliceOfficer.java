package io.mingjian.acceptance.actor;

/** An officer of the police; sees what was handed over, which is nothing so far. */
public final class PoliceOfficer extends Actor {
    PoliceOfficer(Door door, String name) {
        super(door, name);
    }
}

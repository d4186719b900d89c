package io.mingjian.acceptance.actor;

/** The second pair of eyes. */
public final class CityHead extends CityReviewer {
    CityHead(Door door, String name) {
        super(door, name);
    }

    public Answer activates(Answer proposed) {
        return tryActivate(proposed).require(200);
    }
}

package io.mingjian.acceptance.actor;

/** Runs the system: dead letters, holiday notices. */
public final class Administrator extends Actor {
    Administrator(Door door, String name) {
        super(door, name);
    }

    public Answer deadLetters(String service) {
        return door().get("/api/" + service + "/v1/dead-letters?limit=200").require(200);
    }

    public Answer replays(String service, String letter) {
        return door().post("/api/" + service + "/v1/dead-letters/" + letter + "/replay", null);
    }
}

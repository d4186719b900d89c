package io.mingjian.acceptance.actor;

import java.util.Map;

/** A trading platform's own system; enters filings of its users under its own numbers. */
public final class Platform extends Actor {
    Platform(Door door, String name) {
        super(door, name);
    }

    public Answer registers(Filing filing) {
        return tryRegister(filing.json()).require(201);
    }

    public Answer tryRegister(Object form) {
        return door().post("/api/registry/v1/filings", form, Map.of());
    }

    /** A bureau's letter that asks for help, as it is addressed to the platform. */
    public Answer seesLetter(String letter) {
        return door().get("/api/monitoring/v1/letters/" + letter).require(200);
    }

    public Answer answersLetter(String letter, String text) {
        return door().step("/api/monitoring/v1/letters/" + letter, "answer", Map.of("text", text))
                .require(200);
    }
}

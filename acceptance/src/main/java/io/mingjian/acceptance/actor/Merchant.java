package io.mingjian.acceptance.actor;

/** A small merchant; may hand in evidence of its own and see nothing else. */
public final class Merchant extends Actor {
    Merchant(Door door, String name) {
        super(door, name);
    }
}

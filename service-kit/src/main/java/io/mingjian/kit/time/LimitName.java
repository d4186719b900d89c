package io.mingjian.kit.time;

/**
 * The name of a limit and of the clock that it starts. Implemented by an enum of the room that owns
 * the limits: {@code enum ComplaintLimit implements LimitName { ACCEPTANCE, MEDIATION }}.
 */
public interface LimitName {
    /** The enum constant's name, as written in {@code limits/*.yaml}. */
    String name();
}

package io.mingjian.detection.sets;

import io.mingjian.contracts.SignalStrength;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement about pictures of a set together.
 *
 * @param code stable code of what was seen
 * @param strength how far it carries
 * @param supports what it supports, for officers
 * @param doesNotProve what it leaves open, and innocent causes
 * @param pictures numbers of the pictures in the set that it is about
 * @param facts what was compared, in a fixed order
 */
record Line(
        String code,
        SignalStrength strength,
        String supports,
        String doesNotProve,
        List<Integer> pictures,
        Map<String, Object> facts) {
    Line {
        pictures = List.copyOf(pictures);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}

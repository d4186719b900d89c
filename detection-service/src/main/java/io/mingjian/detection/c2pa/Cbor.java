package io.mingjian.detection.c2pa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One CBOR value (RFC 8949), asked for by what it should be: a value of another kind is absent.
 *
 * @param value a {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code byte[]},
 *     list, map, or {@link #NOTHING}
 */
record Cbor(Object value) {
    static final Object NOTHING = new Object();

    /** Reads one value that fills the bytes. */
    static Cbor read(byte[] bytes) {
        return new CborReader(bytes).whole();
    }

    /** Reads the value at the start; zeros kept for growth may follow it. */
    static Cbor readFirst(byte[] bytes) {
        return new CborReader(bytes).first();
    }

    boolean isNothing() {
        return value == NOTHING;
    }

    boolean isMap() {
        return value instanceof Map<?, ?>;
    }

    Optional<String> asText() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<byte[]> asBytes() {
        return value instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
    }

    OptionalLong asNumber() {
        return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Members of a list; empty for anything else. */
    @SuppressWarnings("unchecked")
    List<Cbor> items() {
        return value instanceof List<?> ? (List<Cbor>) value : List.of();
    }

    /** The member under a text or number; absent when there is none or it is null. */
    Optional<Cbor> get(Object key) {
        return value instanceof Map<?, ?> map
                ? Optional.ofNullable((Cbor) map.get(key)).filter(member -> !member.isNothing())
                : Optional.empty();
    }

    Optional<String> text(Object key) {
        return get(key).flatMap(Cbor::asText);
    }

    Optional<byte[]> bytes(Object key) {
        return get(key).flatMap(Cbor::asBytes);
    }

    OptionalLong number(Object key) {
        return get(key).map(Cbor::asNumber).orElse(OptionalLong.empty());
    }

    Optional<Boolean> flag(Object key) {
        return get(key).map(Cbor::value).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    List<Cbor> list(Object key) {
        return get(key).map(Cbor::items).orElse(List.of());
    }
}

package io.mingjian.detection.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CBOR (RFC 8949) within limits. A length is compared with the bytes at hand before anything
 * is allocated by it; a key that comes twice is refused, because readers differ in which one they
 * believe; tags are dropped.
 */
final class CborReader {
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;
    private static final int INDEFINITE = 31;

    private final byte[] bytes;
    private int at;
    private int values;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    Cbor whole() {
        Cbor value = value(0);
        if (at != bytes.length) {
            throw Unreadable.damaged("bytes behind a CBOR value");
        }
        return value;
    }

    Cbor first() {
        return value(0);
    }

    private Cbor value(int depth) {
        Cbor value = valueOrBreak(depth);
        if (value == null) {
            throw Unreadable.damaged("CBOR break where a value is due");
        }
        return value;
    }

    /** Null at a break. */
    private @Nullable Cbor valueOrBreak(int depth) {
        if (depth > Limits.CBOR_DEPTH || ++values > Limits.CBOR_VALUES) {
            throw Unreadable.limit("CBOR too deep or too long");
        }
        int head = u8();
        int major = head >> 5;
        int low = head & 31;
        if (major == SIMPLE) {
            return simple(low);
        }
        if (low == INDEFINITE) {
            return indefinite(major, depth);
        }
        long argument = argument(low);
        return switch (major) {
            case 0 -> new Cbor(natural(argument));
            case 1 -> new Cbor(-1 - natural(argument));
            case BYTES -> new Cbor(take(argument));
            case TEXT -> new Cbor(text(take(argument)));
            case LIST -> new Cbor(list(count(argument), depth));
            case MAP -> new Cbor(map(count(argument), depth));
            case TAG -> value(depth + 1);
            default -> throw new IllegalStateException("three bits give no other type");
        };
    }

    private @Nullable Cbor simple(int low) {
        return switch (low) {
            case 20 -> new Cbor(Boolean.FALSE);
            case 21 -> new Cbor(Boolean.TRUE);
            case 22, 23 -> new Cbor(Cbor.NOTHING);
            case 24 -> throw Unreadable.damaged("unknown simple CBOR value " + u8());
            case 25 -> new Cbor(half((int) argument(25)));
            case 26 -> new Cbor((double) Float.intBitsToFloat((int) argument(26)));
            case 27 -> new Cbor(Double.longBitsToDouble(argument(27)));
            case INDEFINITE -> null;
            default -> throw Unreadable.damaged("unknown simple CBOR value " + low);
        };
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size =
                switch (exponent) {
                    case 0 -> Math.scalb((double) fraction, -24);
                    case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb(1024.0 + fraction, exponent - 25);
                };
        return (bits & 0x8000) == 0 ? size : -size;
    }

    private Cbor indefinite(int major, int depth) {
        return switch (major) {
            case BYTES -> new Cbor(joined(depth));
            case TEXT -> new Cbor(text(joined(depth)));
            case LIST -> new Cbor(list(Integer.MAX_VALUE, depth));
            case MAP -> new Cbor(map(Integer.MAX_VALUE, depth));
            default -> throw Unreadable.damaged("CBOR value of no length");
        };
    }

    /** Portions of a text or byte string up to the break. */
    private byte[] joined(int depth) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Cbor part = valueOrBreak(depth + 1); part != null; part = valueOrBreak(depth + 1)) {
            Cbor portion = part;
            joined.writeBytes(
                    portion.asBytes()
                            .or(() -> portion.asText().map(t -> t.getBytes(StandardCharsets.UTF_8)))
                            .orElseThrow(() -> Unreadable.damaged("CBOR portion of other kind")));
        }
        return joined.toByteArray();
    }

    private List<Cbor> list(int count, int depth) {
        List<Cbor> items = new ArrayList<>();
        while (items.size() < count) {
            Cbor item = valueOrBreak(depth + 1);
            if (item == null) {
                requireOpen(count);
                break;
            }
            items.add(item);
        }
        return Collections.unmodifiableList(items);
    }

    private Map<Object, Cbor> map(int count, int depth) {
        Map<Object, Cbor> members = new HashMap<>();
        while (members.size() < count) {
            Cbor key = valueOrBreak(depth + 1);
            if (key == null) {
                requireOpen(count);
                break;
            }
            if (!(key.value() instanceof String || key.value() instanceof Long)) {
                throw Unreadable.damaged("CBOR key that is neither text nor number");
            }
            if (members.put(key.value(), value(depth + 1)) != null) {
                throw Unreadable.damaged("CBOR key twice");
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static void requireOpen(int count) {
        if (count != Integer.MAX_VALUE) {
            throw Unreadable.damaged("CBOR break inside a counted value");
        }
    }

    // --- bytes --------------------------------------------------------------------------------

    private int u8() {
        if (at >= bytes.length) {
            throw Unreadable.damaged("CBOR breaks off");
        }
        return bytes[at++] & 0xFF;
    }

    private long argument(int low) {
        if (low < 24) {
            return low;
        }
        if (low > 27) {
            throw Unreadable.damaged("reserved CBOR length");
        }
        long number = 0;
        for (int i = 0; i < 1 << (low - 24); i++) {
            number = number << 8 | u8();
        }
        return number;
    }

    private static Long natural(long argument) {
        if (argument < 0) {
            throw Unreadable.unsupported("CBOR number beyond 63 bits");
        }
        return argument;
    }

    private int count(long argument) {
        if (argument < 0 || argument > bytes.length - at) {
            throw Unreadable.damaged("CBOR count beyond the bytes at hand");
        }
        return (int) argument;
    }

    private byte[] take(long length) {
        int from = at;
        at += count(length);
        return Arrays.copyOfRange(bytes, from, at);
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw Unreadable.damaged("CBOR text that is no UTF-8");
        }
    }
}

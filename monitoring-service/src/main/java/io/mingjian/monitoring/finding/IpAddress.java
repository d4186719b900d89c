package io.mingjian.monitoring.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a machine; 4 or 16 bytes. */
final class IpAddress {
    private static final Pattern DECIMAL_BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    /**
     * What is not out in the public: IANA's registries of special-purpose addresses. The metadata
     * services of clouds lie in the link-local range and, one of them, in a carrier's.
     */
    private static final List<Range> SPECIAL =
            List.of(
                    range("0.0.0.0", 8),
                    range("10.0.0.0", 8),
                    range("100.64.0.0", 10),
                    range("127.0.0.0", 8),
                    range("169.254.0.0", 16),
                    range("172.16.0.0", 12),
                    range("192.0.0.0", 24),
                    range("192.0.2.0", 24),
                    range("192.168.0.0", 16),
                    range("198.18.0.0", 15),
                    range("198.51.100.0", 24),
                    range("203.0.113.0", 24),
                    range("224.0.0.0", 3),
                    // Only 2000::/3 is given out; of it these are not for pages.
                    range("2001:db8::", 32),
                    range("2001::", 23),
                    range("3fff::", 20));

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An address as people write it: four decimal numbers, or eight groups with a gap. */
    static Optional<IpAddress> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        return written.indexOf(':') >= 0 ? six(written) : four(written);
    }

    /** Four decimal numbers without leading zeros. */
    static Optional<IpAddress> four(String written) {
        String[] parts = written.split("\\.", -1);
        if (parts.length != 4
                || !Arrays.stream(parts).allMatch(part -> DECIMAL_BYTE.matcher(part).matches())) {
            return Optional.empty();
        }
        return fourInAnySpelling(written);
    }

    /**
     * One to four numbers, each decimal, octal or hexadecimal, the last filling what is left: as
     * browsers read them.
     */
    static Optional<IpAddress> fourInAnySpelling(String written) {
        String[] parts = written.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long value = 0;
        for (int at = 0; at < parts.length; at++) {
            boolean last = at == parts.length - 1;
            long part = number(parts[at]);
            long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
            if (part < 0 || part > most) {
                return Optional.empty();
            }
            value += last ? part : part << (8 * (3 - at));
        }
        return Optional.of(
                new IpAddress(
                        new byte[] {
                            (byte) (value >> 24),
                            (byte) (value >> 16),
                            (byte) (value >> 8),
                            (byte) value
                        }));
    }

    private static long number(String part) {
        try {
            if (part.startsWith("0x") || part.startsWith("0X")) {
                return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
            }
            return part.length() > 1 && part.startsWith("0")
                    ? Long.parseLong(part, 8)
                    : Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    /** Eight groups of four hexadecimal digits, one gap {@code ::}, the last two also as IPv4. */
    static Optional<IpAddress> six(String written) {
        int gap = written.indexOf("::");
        if (gap >= 0 && written.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        return groups(gap < 0 ? written : written.substring(0, gap))
                .flatMap(
                        head ->
                                groups(gap < 0 ? "" : written.substring(gap + 2))
                                        .flatMap(tail -> joined(head, tail, gap >= 0)));
    }

    private static Optional<IpAddress> joined(byte[] head, byte[] tail, boolean gap) {
        int length = head.length + tail.length;
        if (gap ? length > 14 : length != 16) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return Optional.of(new IpAddress(bytes));
    }

    private static Optional<byte[]> groups(String written) {
        if (written.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = written.split(":", -1);
        byte[] bytes = new byte[16];
        int length = 0;
        for (int at = 0; at < parts.length; at++) {
            if (at == parts.length - 1 && parts[at].indexOf('.') >= 0) {
                Optional<IpAddress> four = four(parts[at]);
                if (four.isEmpty() || length > 12) {
                    return Optional.empty();
                }
                System.arraycopy(four.get().bytes, 0, bytes, length, 4);
                length += 4;
            } else {
                if (!GROUP.matcher(parts[at]).matches() || length > 14) {
                    return Optional.empty();
                }
                int group = Integer.parseInt(parts[at], 16);
                bytes[length++] = (byte) (group >> 8);
                bytes[length++] = (byte) group;
            }
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    /** Whether a machine out in the public can have it. */
    boolean isPublic() {
        byte[] inner = embedded();
        if (inner.length == 16 && (inner[0] & 0xe0) != 0x20) {
            return false;
        }
        return SPECIAL.stream().noneMatch(range -> range.holds(inner));
    }

    /** The IPv4 address that an IPv6 address stands for: mapped, compatible, NAT64, 6to4. */
    private byte[] embedded() {
        if (bytes.length == 4) {
            return bytes;
        }
        if (startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)
                || startsWith(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
                || startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return Arrays.copyOfRange(bytes, 12, 16);
        }
        return startsWith(0x20, 0x02) ? Arrays.copyOfRange(bytes, 2, 6) : bytes;
    }

    private boolean startsWith(int... start) {
        for (int at = 0; at < start.length; at++) {
            if ((bytes[at] & 0xff) != start[at]) {
                return false;
            }
        }
        return true;
    }

    /** As it stands in a URL. */
    String inUrl() {
        StringBuilder text = new StringBuilder();
        if (bytes.length == 4) {
            for (byte part : bytes) {
                text.append(text.length() == 0 ? "" : ".").append(part & 0xff);
            }
            return text.toString();
        }
        for (int at = 0; at < 16; at += 2) {
            text.append(at == 0 ? "[" : ":")
                    .append(Integer.toHexString((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff)));
        }
        return text.append(']').toString();
    }

    private static Range range(String first, int bits) {
        return new Range(of(first).orElseThrow().bytes, bits);
    }

    private record Range(byte[] first, int bits) {
        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int at = 0; at < bits; at++) {
                int mask = 0x80 >> (at % 8);
                if ((address[at / 8] & mask) != (first[at / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

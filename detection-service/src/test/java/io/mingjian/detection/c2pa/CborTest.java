package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CborTest {
    /** Vectors of RFC 8949, appendix A. */
    private static final Map<String, Object> VECTORS =
            Map.ofEntries(
                    Map.entry("00", 0L),
                    Map.entry("1818", 24L),
                    Map.entry("1903e8", 1000L),
                    Map.entry("1a000f4240", 1_000_000L),
                    Map.entry("1b000000e8d4a51000", 1_000_000_000_000L),
                    Map.entry("20", -1L),
                    Map.entry("3903e7", -1000L),
                    Map.entry("f93c00", 1.0),
                    Map.entry("f97bff", 65504.0),
                    Map.entry("f90001", 5.960464477539063e-8),
                    Map.entry("f9c400", -4.0),
                    Map.entry("fa47c35000", 100_000.0),
                    Map.entry("fb3ff199999999999a", 1.1),
                    Map.entry("f5", true),
                    Map.entry("6449455446", "IETF"),
                    Map.entry("62c3bc", "ü"),
                    Map.entry("7f657374726561646d696e67ff", "streaming"),
                    Map.entry("c11a514b67b0", 1363896240L));

    @Test
    void readsTheVectorsOfTheStandard() {
        VECTORS.forEach((hex, value) -> assertThat(read(hex).value()).as(hex).isEqualTo(value));
        assertThat(read("f6").isNothing()).isTrue();
        assertThat(read("4401020304").asBytes()).hasValue(new byte[] {1, 2, 3, 4});
        assertThat(read("5f42010243030405ff").asBytes()).hasValue(new byte[] {1, 2, 3, 4, 5});
        assertThat(read("9f0102ff").items()).containsExactly(new Cbor(1L), new Cbor(2L));
        assertThat(read("bf61610161629f0203ffff").list("b")).hasSize(2);
        assertThat(read("a201020304").number(3L)).hasValue(4);
    }

    @Test
    void refusesWhatContradictsItself() {
        for (String hex :
                List.of(
                        "",
                        "18",
                        "1c",
                        "ff",
                        "61",
                        "62c3",
                        "61ff",
                        "9f",
                        "9f01",
                        "81",
                        "a101",
                        "a1f500",
                        "a2616101616102",
                        "5f01ff",
                        "f800",
                        "fc",
                        "0000",
                        "820102ff",
                        "82ff",
                        "1f")) {
            assertRefused(hex, Unreadable.Why.DAMAGED);
        }
    }

    @Test
    void aLengthAloneMovesNothing() {
        assertRefused("5b7fffffffffffffff", Unreadable.Why.DAMAGED);
        assertRefused("5affffffff00", Unreadable.Why.DAMAGED);
        assertRefused("9bffffffffffffffff", Unreadable.Why.DAMAGED);
        assertRefused("ba7fffffff", Unreadable.Why.DAMAGED);
        assertRefused("1bffffffffffffffff", Unreadable.Why.UNSUPPORTED);
    }

    @Test
    void depthAndNumberHaveLimits() {
        assertRefused("81".repeat(5_000) + "00", Unreadable.Why.LIMIT);
        assertRefused("c1".repeat(5_000) + "00", Unreadable.Why.LIMIT);
        byte[] many = new byte[Limits.CBOR_VALUES + 10];
        many[0] = (byte) 0x9F;
        assertThatThrownBy(() -> Cbor.read(many))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.LIMIT));
    }

    @Test
    void arbitraryBytesAreReadOrRefused() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("CBOR fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                assertThat(Cbor.read(bytes).value()).isNotNull();
            } catch (Unreadable e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 19_999);
    }

    @Test
    void whatIsSignedIsWrittenInTheShortestForm() {
        byte[] claim = new byte[70_000];
        Arrays.fill(claim, (byte) 7);
        for (int length : new int[] {0, 23, 24, 255, 256, 65_535, 65_536, 70_000}) {
            byte[] part = Arrays.copyOf(claim, length);
            byte[] head = {(byte) 0xA0};
            assertThat(CborWriter.signed("Signature1", head, part))
                    .isEqualTo(Boxes.cbor(List.of("Signature1", head, new byte[0], part)));
        }
    }

    private static Cbor read(String hex) {
        return Cbor.read(HexFormat.of().parseHex(hex));
    }

    private static void assertRefused(String hex, Unreadable.Why why) {
        assertThatThrownBy(() -> read(hex))
                .as(hex.substring(0, Math.min(20, hex.length())))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}

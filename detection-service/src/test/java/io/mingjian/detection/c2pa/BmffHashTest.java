package io.mingjian.detection.c2pa;

import static io.mingjian.detection.c2pa.Boxes.box;
import static io.mingjian.detection.c2pa.Boxes.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.media.ByteView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small film written by the test, its hash made by hand. */
class BmffHashTest {
    private static final byte[] C2PA_UUID =
            HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    private static final byte[] FTYP = box("ftyp", "isom".getBytes());
    private static final byte[] STCO = box("stco", new byte[16]);
    private static final byte[] MOOV = box("moov", box("trak", STCO), box("trak", STCO));
    private static final byte[] MDAT = box("mdat", "pictures".getBytes());
    private static final byte[] FILM = joined(FTYP, MOOV, MDAT);

    @Test
    void theFirstVersionHashesWhatIsNotLeftOut() {
        byte[] hash = HashAlgorithm.SHA256.of(joined(MOOV, MDAT));
        assertThat(check(FILM, fields(hash, rule("/ftyp")), 1)).isEqualTo(Status.BMFF_MATCH);
        assertThat(check(FILM, fields(hash), 1)).isEqualTo(Status.BMFF_MISMATCH);
    }

    @Test
    void theSecondVersionHashesThePlaceOfEachBoxToo() {
        byte[] hash =
                HashAlgorithm.SHA256.of(
                        joined(place(FTYP.length), MOOV, place(FTYP.length + MOOV.length), MDAT));
        assertThat(check(FILM, fields(hash, rule("/ftyp")), 2)).isEqualTo(Status.BMFF_MATCH);
        byte[] moved = joined(FTYP, box("free"), MOOV, MDAT);
        assertThat(check(moved, fields(hash, rule("/ftyp"), rule("/free")), 2))
                .isEqualTo(Status.BMFF_MISMATCH);
    }

    @Test
    void aPathMayCountBoxesAndARuleMayTakeAPart() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("xpath", "/moov/trak[2]/stco");
        rule.put("subset", List.of(Map.of("offset", 16, "length", 4)));
        int second = FTYP.length + MOOV.length - STCO.length;
        byte[] before = java.util.Arrays.copyOf(FILM, second + 16);
        byte[] after = java.util.Arrays.copyOfRange(FILM, second + 20, FILM.length);
        byte[] hash = HashAlgorithm.SHA256.of(joined(before, after));
        assertThat(check(FILM, fields(hash, rule), 1)).isEqualTo(Status.BMFF_MATCH);
        byte[] changed = FILM.clone();
        changed[second + 17] = 9;
        assertThat(check(changed, fields(hash, rule), 1)).isEqualTo(Status.BMFF_MATCH);
        changed[second + 21] = 9;
        assertThat(check(changed, fields(hash, rule), 1)).isEqualTo(Status.BMFF_MISMATCH);
    }

    @Test
    void mediaLeftOutWithoutATreeIsNotBound() {
        byte[] hash = HashAlgorithm.SHA256.of(joined(FTYP, MOOV));
        assertThat(check(FILM, fields(hash, rule("/mdat")), 1)).isEqualTo(Status.BMFF_LEFT_OPEN);
    }

    @Test
    void blocksOfMediaAreBoundByATree() {
        byte[] hash = HashAlgorithm.SHA256.of(joined(FTYP, MOOV));
        List<Object> leaves = new ArrayList<>();
        for (String block : List.of("pic", "tur", "es")) {
            leaves.add(HashAlgorithm.SHA256.of(block.getBytes()));
        }
        Map<String, Object> fields = fields(hash, rule("/mdat"));
        fields.put(
                "merkle",
                List.of(
                        Map.of(
                                "uniqueId", 1,
                                "localId", 1,
                                "count", 3,
                                "fixedBlockSize", 3,
                                "hashes", leaves)));
        assertThat(check(FILM, fields, 1)).isEqualTo(Status.BMFF_MATCH);
        byte[] changed = FILM.clone();
        changed[changed.length - 1] = 9;
        assertThat(check(changed, fields, 1)).isEqualTo(Status.BMFF_MISMATCH);
    }

    @Test
    void fragmentsAreBoundByTheirProofs() {
        byte[] moof = box("moof", new byte[4]);
        byte[] one = joined(proof(0, 0), moof, box("mdat", "one".getBytes()));
        byte[] two = joined(proof(1, 0), moof, box("mdat", "two".getBytes()));
        byte[] film = joined(FTYP, MOOV, one, two);
        List<Object> leaves = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            leaves.add(HashAlgorithm.SHA256.of(joined(moof, box("mdat", name.getBytes()))));
        }
        Map<String, Object> uuid = new LinkedHashMap<>();
        uuid.put("xpath", "/uuid");
        uuid.put("data", List.of(Map.of("offset", 8, "value", C2PA_UUID)));
        Map<String, Object> fields = fields(new byte[0], uuid);
        fields.put(
                "merkle",
                List.of(
                        Map.of(
                                "uniqueId", 0,
                                "localId", 0,
                                "count", 2,
                                "initHash", HashAlgorithm.SHA256.of(joined(FTYP, MOOV)),
                                "hashes", leaves)));
        assertThat(check(film, fields, 1)).isEqualTo(Status.BMFF_MATCH);
        byte[] without = joined(FTYP, MOOV, one, box("free"));
        assertThat(check(joined(FTYP, MOOV), fields, 1)).isEqualTo(Status.BMFF_MISMATCH);
        assertThat(check(without, fields, 1)).isEqualTo(Status.BMFF_MISMATCH);
        assertThat(check(joined(FTYP, MOOV, two, one), fields, 1)).isEqualTo(Status.BMFF_MISMATCH);
        byte[] changed = film.clone();
        changed[changed.length - 1] = 9;
        assertThat(check(changed, fields, 1)).isEqualTo(Status.BMFF_MISMATCH);
    }

    @Test
    void boxesTooDeepOrTooLongAreRefused() {
        byte[] deep = box("moov");
        for (int i = 0; i < 100; i++) {
            deep = box("moov", deep);
        }
        byte[] film = joined(FTYP, deep);
        assertThatThrownBy(() -> BmffBox.of(ByteView.of(film)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.LIMIT));
        byte[] huge = FILM.clone();
        ByteBuffer.wrap(huge).putInt(FTYP.length, 0x7FFFFFFF);
        assertThatThrownBy(() -> BmffBox.of(ByteView.of(huge))).isInstanceOf(Unreadable.class);
    }

    /** A box that says where in the tree the fragment behind it belongs. */
    private static byte[] proof(int location, int tree) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("uniqueId", tree);
        proof.put("localId", tree);
        proof.put("location", location);
        proof.put("hashes", List.of());
        return box("uuid", C2PA_UUID, new byte[4], "merkle\0".getBytes(), Boxes.cbor(proof));
    }

    private static byte[] place(int at) {
        return ByteBuffer.allocate(8).putLong(at).array();
    }

    private static Map<String, Object> rule(String path) {
        return Map.of("xpath", path);
    }

    @SafeVarargs
    private static Map<String, Object> fields(byte[] hash, Map<String, Object>... rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alg", "sha256");
        fields.put("hash", hash);
        fields.put("exclusions", List.of(rules));
        return fields;
    }

    private static Status check(byte[] film, Map<String, Object> fields, int version) {
        Cbor read = Cbor.read(Boxes.cbor(fields));
        return new BmffHash(ByteView.of(film), read, HashAlgorithm.SHA256, version).check();
    }
}

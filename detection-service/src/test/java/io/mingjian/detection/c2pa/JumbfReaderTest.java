package io.mingjian.detection.c2pa;

import static io.mingjian.detection.c2pa.Boxes.box;
import static io.mingjian.detection.c2pa.Boxes.cbor;
import static io.mingjian.detection.c2pa.Boxes.joined;
import static io.mingjian.detection.c2pa.Boxes.superContent;
import static io.mingjian.detection.c2pa.Boxes.superbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JumbfReaderTest {
    private static final byte[] STORE =
            superbox(
                    "c2pa",
                    "c2pa",
                    superbox("c2ma", "first", box("cbor", cbor("hello"))),
                    superbox("c2ma", "second"));

    @Test
    void readsLabelsTypesAndContents() {
        Jumbf store = JumbfReader.read(STORE);
        assertThat(store.label()).isEqualTo("c2pa");
        assertThat(store.boxes()).extracting(Jumbf::label).containsExactly("first", "second");
        assertThat(store.boxes()).extracting(Jumbf::type).containsOnly("c2ma");
        assertThat(store.box("first").flatMap(Jumbf::cbor).flatMap(Cbor::asText)).hasValue("hello");
        assertThat(store.box("third")).isEmpty();
    }

    @Test
    void theHashLeavesTheBoxHeaderOut() {
        byte[] content = superContent("c2ma", "first", box("cbor", cbor("hello")));
        assertThat(JumbfReader.read(STORE).boxes().get(0).hash(HashAlgorithm.SHA256))
                .isEqualTo(HashAlgorithm.SHA256.of(content));
    }

    @Test
    void everyCutAndEveryWrongSizeIsRefusedOrRead() {
        for (int length = 0; length < STORE.length; length++) {
            byte[] cut = Arrays.copyOf(STORE, length);
            assertThatThrownBy(() -> JumbfReader.read(cut)).isInstanceOf(Unreadable.class);
        }
        for (long size : new long[] {0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL, 2, 7}) {
            byte[] wrong = STORE.clone();
            ByteBuffer.wrap(wrong).putInt((int) size);
            assertThatThrownBy(() -> JumbfReader.read(wrong)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aLongSizeThatIsNegativeIsRefused() {
        byte[] head = ByteBuffer.allocate(16).putInt(1).putInt(0x6A756D62).putLong(-5).array();
        assertThatThrownBy(() -> JumbfReader.read(joined(head, STORE)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void depthHasALimit() {
        byte[] deep = superbox("c2ma", "leaf");
        for (int i = 0; i < 1_000; i++) {
            deep = superbox("c2ma", "n", deep);
        }
        byte[] store = deep;
        assertThatThrownBy(() -> JumbfReader.read(store))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.LIMIT));
    }

    @Test
    void twoBoxesOfOneLabelAreNotChosenBetween() {
        byte[] twins = superbox("c2ma", "twins", superbox("cbor", "a"), superbox("cbor", "a"));
        assertThatThrownBy(() -> JumbfReader.read(twins).box("a")).isInstanceOf(Unreadable.class);
    }
}

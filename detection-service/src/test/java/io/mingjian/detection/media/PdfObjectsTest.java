package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Files whose objects lie over each other, so that reading each costs as much as the file. */
class PdfObjectsTest {
    private static final int PARSE = 1 << 20;

    /** No object ends, so every attempt reads on to the limit of one value. */
    static byte[] openEnded(int objects, String value) {
        StringBuilder file = new StringBuilder("%PDF-1.5\n");
        for (int i = 0; i < objects; i++) {
            file.append(10_000 + i).append(" 0 obj").append(value);
        }
        return FileSmith.latin1(file.toString());
    }

    /** Every stream reaches to the one end mark of the file. */
    static byte[] overlapping(int streams, int filling) {
        int entry = "10000 0 obj<</Type/ObjStm/N 1/First 1/Length 12345678>>stream\n".length();
        StringBuilder file = new StringBuilder("%PDF-1.5\n");
        int end = file.length() + streams * entry + filling;
        for (int i = 0; i < streams; i++) {
            int data = file.length() + entry;
            file.append(10_000 + i)
                    .append(" 0 obj<</Type/ObjStm/N 1/First 1/Length ")
                    .append("%08d".formatted(end - data))
                    .append(">>stream\n");
        }
        return FileSmith.latin1(file + " ".repeat(filling) + "endstream endobj\n");
    }

    private static int refusedAfter(PdfObjects objects) {
        int asked = 0;
        for (int number : objects.numbers()) {
            if (objects.isSpent()) {
                return asked;
            }
            asked++;
            assertThatThrownBy(() -> objects.stream(number)).isInstanceOf(BrokenBytes.class);
        }
        throw new AssertionError("all " + asked + " objects were read");
    }

    @Test
    void whatBreaksOffCostsAsMuchAsWhatCanBeRead() {
        for (String value : new String[] {"<</Image(", "<</Image<"}) {
            byte[] file = openEnded(100_000, value);
            PdfObjects objects = PdfObjects.of(ByteView.of(file), 8L * PARSE);
            assertThat(refusedAfter(objects)).as(value).isEqualTo(9);
            assertThat(objects.work()).isLessThanOrEqualTo(9L * PARSE);
        }
    }

    @Test
    void onceAllIsSpentNothingIsReadAnyMore() {
        PdfObjects objects = PdfObjects.of(ByteView.of(openEnded(100_000, "<</Image(")), PARSE / 2);
        assertThat(refusedAfter(objects)).isEqualTo(1);
        long spent = objects.work();
        assertThatThrownBy(() -> objects.stream(10_500)).isInstanceOf(BrokenBytes.class);
        assertThat(objects.work()).isEqualTo(spent);
        assertThat(objects.isComplete()).isFalse();
    }

    @Test
    void streamsThatLieOverEachOtherAreCopiedWithinTheLimit() {
        byte[] file = overlapping(2_000, 4 << 20);
        long most = 32L << 20;
        PdfObjects objects = Frugal.within(2 * most, () -> PdfObjects.of(ByteView.of(file), most));
        assertThat(objects.isSpent()).isTrue();
        assertThat(objects.isComplete()).isFalse();
    }
}

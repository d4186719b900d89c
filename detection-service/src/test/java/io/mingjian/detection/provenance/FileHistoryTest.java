package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileHistoryTest extends AnalyzerContract {
    @Override
    protected Analyzer analyzer() {
        return new FileHistory();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withExif(
                plainJpeg(), FileSmith.tiff(0x0131, 2, latin1("Adobe Photoshop 26.0\0")));
    }

    @Override
    protected String positiveCode() {
        return "EDITOR_SAVED";
    }

    @Override
    protected byte[] negative() {
        return FileSmith.withExif(plainJpeg(), FileSmith.tiff(0x0131, 2, latin1("HDR+ 1.0\0")));
    }

    @Test
    void aFileWithoutCameraDataIsAnOrdinaryThing() {
        assertThat(codes(plainPng())).containsExactly("NO_CAMERA_DATA");
    }

    @Test
    void nobodyKnowsWhatAFileThatBreaksOffHeldBehindThat() {
        byte[] jpeg = plainJpeg();
        byte[] text = FileSmith.withSegment(jpeg, 0xFE, latin1("a comment"));
        byte[] broken = Arrays.copyOf(text, 8);
        assertThat(codes(jpeg)).contains("NO_CAMERA_DATA");
        List<Finding> findings =
                new FileHistory().read(MediaFile.open(ByteView.of(broken)).orElseThrow());
        assertThat(findings).isNotEmpty().allMatch(CouldNotRead.class::isInstance);
    }

    @Test
    void halfOfTheDataIsPartial() {
        byte[] file =
                FileSmith.withExif(plainJpeg(), FileSmith.tiff(0x8827, 3, new byte[] {100, 0}));
        assertThat(found(file, "CAMERA_DATA_PARTIAL").facts()).containsEntry("iso", 100L);
    }

    @Test
    void bytesBehindTheEndAreToldWithTheirPlace() {
        byte[] jpeg = plainJpeg();
        byte[] longer = FileSmith.joined(jpeg, latin1("something"));
        assertThat(found(longer, "TRAILING_DATA").facts())
                .containsEntry("offset", jpeg.length)
                .containsEntry("length", 9);
        assertThat(codes(jpeg)).doesNotContain("TRAILING_DATA");
    }

    @Test
    void cameraOriginalsAreCoherentExactlyWhenAnotherReaderSeesAllFields()
            throws IOException, ImageProcessingException {
        Optional<Path> folder = SampleFiles.folder("images");
        if (folder.isEmpty()) {
            return;
        }
        int coherent = 0;
        int all = 0;
        for (Path file : SampleFiles.pictures(folder.get().resolve("real/cameras"))) {
            byte[] bytes = SampleFiles.bytes(file);
            List<String> codes = codes(bytes);
            boolean ours = codes.contains("CAMERA_DATA_COHERENT");
            boolean contradicts = codes.contains("CAMERA_DATA_CONTRADICTS");
            assertThat(ours).as(file.toString()).isEqualTo(hasAllFields(bytes) && !contradicts);
            all++;
            coherent += ours ? 1 : 0;
        }
        System.out.printf("camera originals with complete data: %d of %d%n", coherent, all);
        assertThat(coherent).isBetween(1, all - 1);
    }

    private static boolean hasAllFields(byte[] bytes) throws IOException, ImageProcessingException {
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
        Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        return main != null
                && sub != null
                && IntStream.of(0x010F, 0x0110).allMatch(main::containsTag)
                && IntStream.of(0x829A, 0x829D, 0x8827, 0x9003).allMatch(sub::containsTag);
    }

    @Test
    void impossibleValuesAreNotCoherent() {
        Found dark = found(camera(1, 0), "CAMERA_DATA_PARTIAL");
        assertThat(dark.facts()).doesNotContainKey("exposureSeconds");
        assertThat(codes(camera(1, 250))).contains("CAMERA_DATA_COHERENT");
        assertThat(codes(camera(9_000, 1)))
                .containsExactly("CAMERA_DATA_PARTIAL", "CAMERA_DATA_CONTRADICTS");
    }

    /** A file with all fields of a camera and this exposure time. */
    private static byte[] camera(int top, int bottom) {
        return FileSmith.withExif(
                plainJpeg(),
                new ExifSmith()
                        .text(ExifSmith.Directory.IFD0, 0x010F, "ABC")
                        .text(ExifSmith.Directory.IFD0, 0x0110, "X1")
                        .ratio(ExifSmith.Directory.EXIF, 0x829A, top, bottom)
                        .ratio(ExifSmith.Directory.EXIF, 0x829D, 28, 10)
                        .number(ExifSmith.Directory.EXIF, 0x8827, 100)
                        .text(ExifSmith.Directory.EXIF, 0x9003, "2026:05:01 10:00:00")
                        .tiff());
    }
}

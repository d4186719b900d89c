package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our EXIF fields against an independent reader on camera originals. */
class ExifOracleTest {
    @Test
    void makeAndModelOfCameraOriginalsAgreeWithAnotherReader()
            throws IOException, ImageProcessingException {
        Optional<Path> folder = SampleFiles.folder("images");
        if (folder.isEmpty()) {
            return;
        }
        int compared = 0;
        for (Path file : SampleFiles.pictures(folder.get().resolve("real/cameras"))) {
            byte[] bytes = SampleFiles.bytes(file);
            EvidencePicture picture = ((Intake.Accepted) EvidencePicture.open(bytes)).picture();
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
            Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            for (int tag : new int[] {ExifFields.MAKE, ExifFields.MODEL}) {
                String theirs = main == null ? null : main.getString(tag);
                Optional<String> ours =
                        picture.exif().flatMap(exif -> exif.text(tag, picture.file()));
                if (theirs != null && !theirs.isBlank()) {
                    assertThat(ours).as(file + " " + tag).contains(theirs.trim());
                    compared++;
                }
            }
        }
        System.out.println("EXIF texts compared with metadata-extractor: " + compared);
        assertThat(compared).isGreaterThan(50);
    }
}

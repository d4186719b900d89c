package io.mingjian.detection.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey cells of one picture after the other, without any head.
 *
 * @param most pictures
 */
record GreyPictures(int most) implements Child.Output<List<GreyPicture>> {
    @Override
    public List<GreyPicture> read(InputStream out) throws IOException {
        List<GreyPicture> pictures = new ArrayList<>();
        byte[] cells = new byte[GreyPicture.CELLS];
        int got = out.readNBytes(cells, 0, cells.length);
        while (got == cells.length) {
            if (pictures.size() == most) {
                throw new Child.Garbage("more pictures than were asked for");
            }
            pictures.add(GreyPicture.of(cells));
            got = out.readNBytes(cells, 0, cells.length);
        }
        if (got != 0) {
            throw new Child.Garbage("a picture that breaks off");
        }
        return pictures;
    }
}

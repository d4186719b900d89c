package io.mingjian.detection.wrong.media;

import io.smallrye.mutiny.Uni;

/** Breaks "pure rooms know no framework". */
public class ImpurePicture {
    public Uni<String> read() {
        return Uni.createFrom().item("picture");
    }
}

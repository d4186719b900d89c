package io.mingjian.registry.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.registry.filer.Faces.Face;
import io.mingjian.registry.filer.MaskedIdentity;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A filer beside others.
 *
 * @param personId whom it is taken for today
 * @param hasDocument whether it is known by the number of a document
 * @param masked as it named itself last
 */
@Schema(name = "FilerFace", description = "投诉举报人（脱敏） / A filer, masked")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceView(
        UUID filerId, UUID personId, boolean hasDocument, @Nullable MaskedIdentity masked) {
    public static FaceView of(Face face) {
        return new FaceView(face.filerId(), face.personId(), face.hasDocument(), face.masked());
    }
}

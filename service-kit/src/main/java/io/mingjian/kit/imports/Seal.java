package io.mingjian.kit.imports;

import java.util.UUID;

/** Hides what waits; bound to its place, so that nothing opens elsewhere. */
public interface Seal {
    byte[] seal(byte[] content, UUID importId, String place);

    byte[] open(byte[] sealed, UUID importId, String place);
}

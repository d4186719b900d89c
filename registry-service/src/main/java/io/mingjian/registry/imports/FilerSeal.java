package io.mingjian.registry.imports;

import io.mingjian.kit.imports.Seal;
import io.mingjian.registry.filer.FilerSecrets;
import java.util.UUID;

/** What people say about themselves waits sealed. */
record FilerSeal(FilerSecrets secrets) implements Seal {
    @Override
    public byte[] seal(byte[] content, UUID importId, String place) {
        return secrets.sealBytes(content, importId, place);
    }

    @Override
    public byte[] open(byte[] sealed, UUID importId, String place) {
        return secrets.openBytes(sealed, importId, place);
    }
}

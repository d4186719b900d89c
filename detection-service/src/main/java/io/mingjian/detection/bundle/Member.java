package io.mingjian.detection.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * One entry of a container.
 *
 * @param name as its bytes; whether it may be one says {@link ContainerForm#isName}
 * @param crc CRC-32 as unsigned number
 * @param offset where its header begins
 */
record Member(String name, long crc, long size, long offset) {
    int nameLength() {
        return name.getBytes(ISO_8859_1).length;
    }

    long dataOffset() {
        return offset + ContainerForm.LOCAL_SIZE + nameLength();
    }

    long end() {
        return dataOffset() + size;
    }
}

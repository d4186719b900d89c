package io.mingjian.detection.content;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The bytes of all evidence, each file once, under its SHA-256. Replicas share it.
 *
 * <p>A name never stands for half a file. A crash between keeping and the commit of the row leaves
 * a file that nobody points at; it serves the next upload of the same bytes, or is swept up. All
 * methods block; none may run on an event loop. Every one of them fails with {@link IOException}
 * while the store does not answer, and that says nothing about what it holds.
 */
public interface ContentStore {
    /** Opens a fresh file for bytes that are on their way in. */
    Incoming begin() throws IOException;

    /**
     * Gives a finished upload its place. The same content that is already there is kept instead,
     * once it was read and is what its name says; what is there under the name and is something
     * else is replaced.
     *
     * @param file what the upload's bytes came to
     */
    void keep(Incoming upload, Fingerprint file) throws IOException;

    /**
     * Whether something of the right size lies under the name; asked in passing, nothing is read.
     */
    boolean holds(Fingerprint file) throws IOException;

    /**
     * Reads a file and checks it against its address.
     *
     * @throws ContentLostException if it is gone or no longer has the content of its address
     */
    byte[] read(Fingerprint file) throws IOException;

    /**
     * Destroys a file, also one set aside; one that is not there is destroyed already.
     *
     * @param sha256 its name
     */
    void remove(String sha256) throws IOException;

    /**
     * Takes a file out of its place that nobody seems to own. Whether that is so only the database
     * knows, and it may be yesterday's; so the file is kept aside, and whoever reads it brings it
     * back.
     *
     * @param sha256 its name; one that is not there stays so
     */
    void setAside(String sha256) throws IOException;

    /** Destroys what was set aside before a time, and tells how many files that were. */
    int destroyAside(Instant before) throws IOException;

    /**
     * The names of files that were written before a time.
     *
     * @param shelf the first two digits of the names, {@code 00} to {@code ff}
     */
    List<String> writtenBefore(Instant time, String shelf) throws IOException;

    /**
     * Fails unless the store answers and shows what it holds. What is missing while it does not, is
     * not lost.
     */
    void requireAnswer() throws IOException;

    /** Fails unless a file could be taken in right now. */
    void probe() throws IOException;

    /** Removes what uploads that died have left behind. */
    void sweep() throws IOException;
}

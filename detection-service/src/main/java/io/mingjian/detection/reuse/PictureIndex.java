package io.mingjian.detection.reuse;

import java.util.List;
import java.util.UUID;

/**
 * Proposes stored pictures that may show the same as a query. What is behind it is its own affair:
 * {@link MemoryIndex} holds everything in this process; an engine for vectors or inverted files
 * would store the same {@link PictureGist gists} and answer the same question.
 *
 * <p>Adding and searching may run at the same time; a search sees every picture whose {@code add}
 * returned before it began. An index proposes and never decides: it may propose strangers, and
 * {@link Confirmation} keeps them out.
 */
public interface PictureIndex {
    /** Adds a picture; the caller sees to it that no picture is added twice. */
    void add(UUID picture, PictureGist gist);

    /** The likeliest stored pictures, likeliest first. */
    List<Candidate> search(ReusePrint query, int most);

    /** Pictures that it holds. */
    int size();
}

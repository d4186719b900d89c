package io.mingjian.client.submission;

import io.mingjian.client.Text;

/** Hears how far a run is. Called from several threads. */
public interface Progress {
    /** So many findings were read and their files are being hashed. */
    void checked(int findings);

    /** The sending begins. */
    void begin(int findings, int alreadyDone);

    /** One file more is stored. */
    void stored();

    /** So many findings more have an outcome. */
    void decided(int findings);

    /** Why there is a pause. */
    void note(Text text);

    /** Nothing more comes. */
    void end();
}

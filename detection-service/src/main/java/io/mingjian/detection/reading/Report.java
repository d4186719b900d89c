package io.mingjian.detection.reading;

/** Takes one reading after another, so that a thousand files need no more memory than one. */
interface Report {
    void begin();

    void file(FileReading reading);

    void end();
}

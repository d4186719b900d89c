package io.mingjian.detection.bank;

import java.util.Optional;
import java.util.UUID;

/**
 * An entry that weighs and that a piece of evidence shows; nothing of what its keeper notes.
 *
 * @param within which picture of the evidence shows it, if that is a film or a document
 * @param later the entry was made after the evidence had come in, so the evidence cannot have been
 *     taken from it
 * @param decided whether people stand behind it; a picture that the machine stopped waits for them
 */
public record BankFind(
        UUID entryId,
        Bank bank,
        Likeness likeness,
        int distance,
        double agreement,
        Optional<Within> within,
        boolean later,
        boolean decided) {}

package io.mingjian.client.submission;

import io.mingjian.client.Text;

/**
 * Something that hinders a finding on this side.
 *
 * @param place where it stands in the findings file
 * @param findingNo empty if it has none
 * @param file the attachment, or empty
 * @param code stable, for programs
 */
public record Problem(int place, String findingNo, String file, String code, Text text) {}

package io.mingjian.acceptance.picture;

/**
 * A file as somebody hands it in.
 *
 * @param name for people, in zh-CN
 */
public record Picture(String name, byte[] bytes, String mediaType) {}

/**
 * The explicit label of GB 45438-2025: text such as "AI生成" that is drawn into the picture, at its
 * edges, read by two small networks for detecting and reading text (PP-OCRv4).
 *
 * <p>Owns no table. Looks at the edges only and at a bounded size, two pictures at a time with one
 * thread each. A text in the picture is drawn by anybody and taken away by a crop: what is read is
 * quoted, with its place, and absence says nothing. Which words count, and how they may be misread,
 * is data ({@code phrases.txt}).
 */
package io.mingjian.detection.visiblelabel;

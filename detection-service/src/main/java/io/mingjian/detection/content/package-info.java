/**
 * The bytes of evidence: each file once, under its SHA-256, on a shared disk or in an S3 bucket.
 *
 * <p>Owns no table and knows no tenant; who may have which bytes is decided before somebody comes
 * here. What is read is checked against its address, so the room never gives out other bytes than
 * it once took in.
 */
@NullMarked
package io.mingjian.detection.content;

import org.jspecify.annotations.NullMarked;

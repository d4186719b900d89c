/**
 * Files that findings name: where they lie, their hashes, and how they are read so that what is
 * sent is what was checked.
 */
@NullMarked
package io.mingjian.client.attachment;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures for the tour and the tests, drawn by this code: a photographed-looking scene, camera
 * fields, the implicit label of GB 45438, copies that were re-saved and cropped, and files that no
 * door may take.
 *
 * <p>Every picture depends on its seed alone, and two seeds give two different pictures.
 */
@NullMarked
package io.mingjian.acceptance.picture;

import org.jspecify.annotations.NullMarked;

/**
 * Runs small neural networks (ONNX) on the processor.
 *
 * <p>Owns no table and knows no picture: numbers in, numbers out. The library lies outside the heap
 * and is loaded once for all who ask; what one network needs is given back when it is closed.
 */
package io.mingjian.detection.network;

package io.mingjian.detection.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

/** One network, kept outside the heap until it is closed. May be asked by several threads. */
public final class Network implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    private Network(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /**
     * Opens a network.
     *
     * @param model an ONNX file
     * @param threads one gives the same sums on every machine; more than the free cores is slower
     * @throws OrtException if the bytes are no network that this library can run
     * @throws LinkageError if there is no library for this machine
     */
    public static Network open(byte[] model, int threads) throws OrtException {
        OrtEnvironment environment = Library.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // Waiting threads sleep, and what one picture needed is given back after it.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            return new Network(environment, environment.createSession(model, options));
        }
    }

    /** The same from a file on the class path. */
    public static Network open(String resource, int threads) throws OrtException {
        return open(bytes(resource), threads);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(Network.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of the first output for numbers of the only input. */
    public float[] ask(float[] values, long... shape) throws OrtException {
        try (OnnxTensor asked =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, asked))) {
            OnnxTensor answer = (OnnxTensor) result.get(0);
            FloatBuffer buffer = answer.getFloatBuffer();
            float[] copy = new float[buffer.remaining()];
            buffer.get(copy);
            return copy;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a network was closed twice", e);
        }
    }
}

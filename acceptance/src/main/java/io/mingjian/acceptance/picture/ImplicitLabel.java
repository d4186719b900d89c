package io.mingjian.acceptance.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The implicit label of GB 45438-2025 annex E as a generator writes it: a JSON text in the XMP
 * property {@code AIGC} of the TC260 namespace, in a PNG's {@code iTXt} chunk or a JPEG's APP1
 * segment.
 */
final class ImplicitLabel {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final String NAMESPACE_OF_JPEG = "http://ns.adobe.com/xap/1.0/\0";

    /** An invented provider. */
    private static final String PROVIDER = withCheckDigit("91310115MAEXMPE01");

    private ImplicitLabel() {}

    static byte[] intoPng(byte[] png, String produceId) {
        byte[] text =
                ("XML:com.adobe.xmp\0\0\0\0\0" + packet(produceId))
                        .getBytes(StandardCharsets.UTF_8);
        return PngChunks.afterHeader(png, PngChunks.chunk("iTXt", text));
    }

    static byte[] intoJpeg(byte[] jpeg, String produceId) {
        byte[] text = (NAMESPACE_OF_JPEG + packet(produceId)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer segment = ByteBuffer.allocate(4 + text.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + text.length)).put(text);
        return JpegSegments.afterStart(jpeg, segment.array());
    }

    /**
     * Format 00, legal entity 1 by credit code 1, the code, generation service 1, application 0001.
     */
    private static String producer() {
        return "0011" + PROVIDER + "1" + "0001";
    }

    private static String packet(String produceId) {
        String label =
                """
                {"Label":"1","ContentProducer":"%s","ProduceID":"%s","ReservedCode1":"","ContentPropagator":"%s",\
                "PropagateID":"%s","ReservedCode2":""}"""
                        .formatted(producer(), produceId, producer(), produceId);
        return """
               <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
               <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
               <rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">
               <TC260:AIGC>%s</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>
               <?xpacket end="w"?>"""
                .formatted(label.replace("\"", "&quot;"));
    }

    /** GB 32100: weights are powers of 3 modulo 31. */
    private static String withCheckDigit(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * WEIGHTS[i];
        }
        return seventeen + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}

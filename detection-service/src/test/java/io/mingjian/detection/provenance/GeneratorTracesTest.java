package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTracesTest extends AnalyzerContract {
    private static final String A1111 =
            "a cracked mug on a table\nNegative prompt: mold, blur\n"
                    + "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512";

    @Override
    protected Analyzer analyzer() {
        return new GeneratorTraces();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withText(plainPng(), "parameters", A1111);
    }

    @Override
    protected String positiveCode() {
        return "GENERATOR_PARAMETERS";
    }

    @Override
    protected byte[] negative() {
        return FileSmith.withText(plainPng(), "parameters", "Steps to reproduce: none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters|Steps: 5, Sampler: x, Seed: 1, Version: Fooocus v2|Fooocus",
                "parameters|{\"prompt\":\"a cat\",\"base_model\":\"m\"}|Fooocus",
                "prompt|{\"3\":{\"class_type\":\"KSampler\"}}|ComfyUI",
                "workflow|{\"nodes\":[]}|ComfyUI",
                "Software|NovelAI|NovelAI",
                "Comment|{\"signed_hash\":\"x\"}|NovelAI",
                "invokeai_metadata|{\"positive_prompt\":\"a cat\"}|InvokeAI",
                "sd-metadata|{}|InvokeAI",
                "Description|a cat Job ID: 01234567-89ab-cdef-0123-456789abcdef|Midjourney"
            })
    void eachGeneratorIsNamedByItsOwnRecord(String keyword, String text, String generator) {
        byte[] file = FileSmith.withText(plainPng(), keyword, text);
        assertThat(found(file, "GENERATOR_PARAMETERS").facts())
                .containsEntry("generator", generator);
        assertThat(codes(FileSmith.withText(plainPng(), keyword, "hello")))
                .isSubsetOf(
                        keyword.startsWith("invoke") || keyword.startsWith("sd-")
                                ? java.util.List.of("GENERATOR_PARAMETERS")
                                : java.util.List.of());
    }

    @Test
    void wordsOfDamageCountOnlyWhereTheyAreAskedFor() {
        assertThat(found(positive(), "PROMPT_NAMES_DAMAGE").facts().get("words"))
                .isEqualTo(java.util.List.of("cracked"));
        byte[] unwanted =
                FileSmith.withText(
                        plainPng(), "parameters", A1111.replace("cracked mug", "red mug"));
        assertThat(codes(unwanted)).containsExactly("GENERATOR_PARAMETERS");
    }

    @Test
    void aWorkflowThatStartsFromAPictureSaysSo() {
        byte[] upscaled =
                FileSmith.withText(
                        plainPng(),
                        "prompt",
                        "{\"1\":{\"class_type\":\"LoadImage\"},\"2\":{\"class_type\":\"Upscale\"}}");
        assertThat(found(upscaled, "GENERATOR_PARAMETERS").facts())
                .containsEntry("takesPicture", true);
    }

    @Test
    void textHiddenInTheAlphaChannelIsRead() {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_ARGB);
        byte[] text = A1111.getBytes(StandardCharsets.UTF_8);
        byte[] payload =
                joined(
                        latin1("stealth_pnginfo"),
                        ByteBuffer.allocate(4).putInt(text.length * 8).array(),
                        text);
        for (int n = 0; n < 80 * 60; n++) {
            int bit = n / 8 < payload.length ? payload[n / 8] >> (7 - n % 8) & 1 : 0;
            image.setRGB(n / 60, n % 60, (254 | bit) << 24 | 0x808080);
        }
        byte[] file = PictureDrawer.png(image);
        assertThat(found(file, "GENERATOR_PARAMETERS").facts())
                .containsEntry("generator", "A1111-family")
                .containsEntry("length", text.length)
                .containsEntry("raw", A1111);
    }

    @Test
    void theSameIsReadFromTheThreeColours() {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        byte[] text = A1111.getBytes(StandardCharsets.UTF_8);
        byte[] payload =
                joined(
                        latin1("stealth_rgbinfo"),
                        ByteBuffer.allocate(4).putInt(text.length * 8).array(),
                        text);
        for (int pixel = 0; pixel < 80 * 60; pixel++) {
            int rgb = 0x808080;
            for (int n = 3 * pixel; n < 3 * pixel + 3 && n / 8 < payload.length; n++) {
                rgb |= (payload[n / 8] >> (7 - n % 8) & 1) << 16 - n % 3 * 8;
            }
            image.setRGB(pixel / 60, pixel % 60, rgb);
        }
        assertThat(found(PictureDrawer.png(image), "GENERATOR_PARAMETERS").facts())
                .containsEntry("place", "COLOUR_LOWEST_BITS")
                .containsEntry("mark", "stealth_rgbinfo")
                .containsEntry("raw", A1111);
    }

    @Test
    void aGalleryNoteBehindTheEndIsAnEditAndNotAGenerator() {
        byte[] file =
                joined(
                        plainJpeg(),
                        latin1("PEg_Info{\"genImageVersion\":\"1\",\"genAIType\":2}SEFHxxSEFT"));
        assertThat(codes(file)).containsExactly("AI_EDIT_RECORD");
        assertThat(codes(joined(plainJpeg(), latin1("PEg_Info{}SEFT")))).isEmpty();
    }
}

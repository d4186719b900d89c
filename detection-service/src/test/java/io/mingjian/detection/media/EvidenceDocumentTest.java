package io.mingjian.detection.media;

import static io.mingjian.detection.media.DocumentSmith.docx;
import static io.mingjian.detection.media.DocumentSmith.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mingjian.detection.media.Decoding.Decoded;
import io.mingjian.detection.media.DocumentSmith.Pdf;
import io.mingjian.detection.media.Member.Content.Picture;
import io.mingjian.detection.media.Member.Content.Unread;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EvidenceDocumentTest {
    private static final BufferedImage GOODS = PictureDrawer.goods(40, 30, 3);
    private static final byte[] PNG = PictureDrawer.png(GOODS);
    private static final byte[] JPEG = PictureDrawer.jpeg(GOODS, 0.9);

    private static List<Member> members(byte[] document) {
        Intake intake = Intake.of(ByteView.of(document));
        assertThat(intake).isInstanceOf(Intake.Document.class);
        return ((Intake.Document) intake).document().members().toList();
    }

    private static EvidencePicture picture(Member member) {
        assertThat(member.content()).isInstanceOf(Picture.class);
        return ((Picture) member.content()).picture();
    }

    private static Unread unread(Member member) {
        assertThat(member.content()).isInstanceOf(Unread.class);
        Unread unread = (Unread) member.content();
        assertThat(unread.zhReason()).isNotBlank();
        return unread;
    }

    private static List<String> places(List<Member> members) {
        return members.stream().map(Member::place).toList();
    }

    @Nested
    class OfOffice {
        @Test
        void mediaAreFoundByTheirContent() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("word/media/image1.png", PNG);
            files.put("xl/media/image2.emf", JPEG);
            files.put("word/theme/theme1.xml", FileSmith.latin1("<a/>"));
            List<Member> members = members(docx(files));
            assertThat(places(members))
                    .containsExactly("word/media/image1.png", "xl/media/image2.emf");
            assertThat(picture(members.get(0)).kind()).isEqualTo(MediaKind.PNG);
            assertThat(picture(members.get(1)).kind()).isEqualTo(MediaKind.JPEG);
            assertThat(members.get(0).zhPlace()).isEqualTo("嵌入图片 word/media/image1.png");
        }

        @Test
        void whatIsNoPictureIsToldAndNotDrawn() {
            byte[] svg = FileSmith.utf8("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
            Member member = members(docx("word/media/image1.png", svg)).get(0);
            assertThat(unread(member).code()).isEqualTo("NOT_TAKEN");
            assertThat(unread(member).zhReason()).contains("SVG");
        }

        @Test
        void aDocumentInADocumentIsOpenedOnce() {
            byte[] inner = docx("word/media/image1.png", PNG);
            List<Member> once = members(docx("word/embeddings/a.docx", inner));
            assertThat(places(once))
                    .containsExactly("word/embeddings/a.docx!word/media/image1.png");
            assertThat(picture(once.get(0)).width()).isEqualTo(40);

            byte[] twice = docx("word/embeddings/b.docx", docx("word/embeddings/a.docx", inner));
            assertThat(unread(members(twice).get(0)).code()).isEqualTo("LIMIT");
        }

        @Test
        void aPdfInADocumentIsOpenedToo() {
            List<Member> members = members(docx("word/embeddings/a.pdf", DocumentSmith.pdf(JPEG)));
            assertThat(places(members)).containsExactly("word/embeddings/a.pdf!page 1, image 1");
        }

        @Test
        void moreThanTheLimitIsToldOnce() {
            Map<String, byte[]> many =
                    IntStream.range(0, MediaLimits.MEMBERS + 20)
                            .boxed()
                            .collect(
                                    Collectors.toMap(
                                            i -> "word/media/image%03d.png".formatted(i),
                                            i -> PNG,
                                            (a, b) -> a,
                                            LinkedHashMap::new));
            List<Member> members = members(docx(many));
            assertThat(members).hasSize(MediaLimits.MEMBERS + 1);
            Unread last = unread(members.get(MediaLimits.MEMBERS));
            assertThat(last.code()).isEqualTo("LIMIT");
            assertThat(last.zhReason()).contains(String.valueOf(MediaLimits.MEMBERS));
        }

        @Test
        void aBombIsNotUnpacked() {
            byte[] bomb = new byte[MediaLimits.MAX_BYTES + 1];
            Member member = members(docx("word/media/image1.png", bomb)).get(0);
            assertThat(unread(member).code()).isEqualTo("LIMIT");
        }

        @Test
        void manyBombsTogetherEndAtTheBudgetOfTheDocument() {
            byte[] large = new byte[MediaLimits.MAX_BYTES];
            int most = (int) (MediaLimits.UNPACKED_BYTES / large.length);
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 0; i < most + 2; i++) {
                many.put("word/media/image" + i + ".png", large);
            }
            List<String> codes =
                    members(docx(many)).stream().map(member -> unread(member).code()).toList();
            assertThat(codes.subList(0, most)).containsOnly("NOT_TAKEN");
            assertThat(codes.subList(most, most + 2)).containsOnly("LIMIT");
        }
    }

    @Nested
    class OfPdf {
        @Test
        void objectsThatLieOverEachOtherAreGivenUpWithinTheLimitAndTold() {
            for (byte[] file :
                    List.of(
                            PdfObjectsTest.openEnded(100_000, "<</Image("),
                            PdfObjectsTest.overlapping(2_000, 4 << 20))) {
                List<Member> members = Frugal.within(320 * Frugal.MIB, () -> members(file));
                assertThat(places(members)).containsExactly("document");
                assertThat(unread(members.get(0)).code()).isEqualTo("DAMAGED");
            }
        }

        @Test
        void picturesAreFoundPageByPage() {
            byte[] pdf =
                    new Pdf()
                                    .object(1, "<</Type/Catalog/Pages 2 0 R>>")
                                    .object(2, "<</Type/Pages/Kids[3 0 R 5 0 R]/Resources 9 0 R>>")
                                    .object(
                                            3,
                                            "<</Type/Page/Resources<</XObject<</A 4 0 R/B 7 0 R>>>>>>")
                                    .stream(4, image("/Width 40/Height 30/Filter/DCTDecode"), JPEG)
                                    .object(5, "<</Type/Page>>")
                                    .stream(
                                            7,
                                            image("/Width 40/Height 30/Filter[/DCTDecode]"),
                                            JPEG)
                                    .stream(8, image("/Width 40/Height 30/Filter/DCTDecode"), JPEG)
                                    .object(9, "<</XObject<</Form 10 0 R>>>>")
                                    .stream(
                                            10,
                                            "/Subtype/Form/Resources<</XObject<</C 11 0 R>>>>",
                                            new byte[3])
                                    .stream(
                                            11,
                                            image("/Filter[/FlateDecode/DCTDecode]"),
                                            FileSmith.deflated(JPEG))
                                    .bytes();
            List<Member> members = members(pdf);
            assertThat(places(members))
                    .containsExactly(
                            "page 1, image 1", "page 1, image 2", "page 2, image 1", "object 8");
            assertThat(members).allSatisfy(m -> assertThat(picture(m).width()).isEqualTo(40));
            assertThat(members.get(2).zhPlace()).isEqualTo("第 2 页嵌入图片 1");
        }

        @Test
        void pagesInStreamsOfObjectsAreFollowed() {
            Map<Integer, String> packed = new LinkedHashMap<>();
            packed.put(1, "<</Type/Catalog/Pages 2 0 R>>");
            packed.put(2, "<</Kids[3 0 R]>>");
            packed.put(3, "<</Type/Page/Resources<</XObject 5 0 R>>>>");
            packed.put(5, "<</Im 4 0 R>>");
            byte[] pdf =
                    new Pdf()
                            .packed(20, packed).stream(
                                            4, image("/Width 40/Height 30/Filter/DCTDecode"), JPEG)
                                    .bytes();
            assertThat(places(members(pdf))).containsExactly("page 1, image 1");
        }

        @Test
        void plainSamplesKeepTheirPixels() {
            for (boolean deflated : new boolean[] {true, false}) {
                byte[] samples = samples(0);
                String filter = deflated ? "/Filter/FlateDecode" : "";
                byte[] data = deflated ? FileSmith.deflated(samples) : samples;
                Member member = members(page(rgb("/ColorSpace/DeviceRGB" + filter), data)).get(0);
                sameAsGoods(picture(member));
            }
        }

        @Test
        void samplesFilteredAsInPngKeepTheirPixels() {
            String entries =
                    rgb(
                            "/ColorSpace[/ICCBased 6 0 R]/Filter/FlateDecode/DecodeParms<</Predictor 15"
                                    + "/Colors 3/Columns 40>>");
            byte[] pdf =
                    new Pdf()
                                    .object(1, "<</Pages 2 0 R>>")
                                    .object(2, "<</Kids[3 0 R]>>")
                                    .object(3, "<</Resources<</XObject<</A 4 0 R>>>>>>")
                                    .stream(4, entries, FileSmith.deflated(samples(1)))
                                    .stream(6, "/N 3", new byte[4])
                                    .bytes();
            sameAsGoods(picture(members(pdf).get(0)));
        }

        private static String rgb(String more) {
            return image("/Width 40/Height 30/BitsPerComponent 8" + more);
        }

        private static byte[] page(String entries, byte[] data) {
            return new Pdf()
                            .object(1, "<</Pages 2 0 R>>")
                            .object(2, "<</Kids[3 0 R]>>")
                            .object(3, "<</Resources<</XObject<</A 4 0 R>>>>>>")
                            .stream(4, entries, data)
                            .bytes();
        }

        private static byte[] samples(int filterBytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int y = 0; y < 30; y++) {
                out.writeBytes(new byte[filterBytes]);
                for (int x = 0; x < 40; x++) {
                    int rgb = GOODS.getRGB(x, y);
                    out.write(rgb >> 16);
                    out.write(rgb >> 8);
                    out.write(rgb);
                }
            }
            return out.toByteArray();
        }

        private static void sameAsGoods(EvidencePicture picture) {
            assertThat(picture.pixels()).isInstanceOf(Decoded.class);
            Pixels pixels = ((Decoded) picture.pixels()).pixels();
            for (int y = 0; y < 30; y++) {
                for (int x = 0; x < 40; x++) {
                    assertThat(pixels.rgb(x, y) & 0xFFFFFF)
                            .isEqualTo(GOODS.getRGB(x, y) & 0xFFFFFF);
                }
            }
        }

        @Test
        void masksAreNoPictures() {
            byte[] pdf =
                    new Pdf()
                                    .object(1, "<</Pages 2 0 R>>")
                                    .object(2, "<</Kids[3 0 R]>>")
                                    .object(3, "<</Resources<</XObject<</A 4 0 R>>>>>>")
                                    .stream(4, image("/SMask 5 0 R/Filter/DCTDecode"), JPEG)
                                    .stream(
                                            5,
                                            image("/Width 1/Height 1/BitsPerComponent 8"),
                                            new byte[1])
                                    .stream(
                                            6,
                                            image("/ImageMask true/Width 1/Height 1"),
                                            new byte[1])
                                    .bytes();
            assertThat(places(members(pdf))).containsExactly("page 1, image 1");
        }

        @Test
        void whatIsNotReadIsTold() {
            byte[] fax = page(image("/Width 1/Height 1/Filter/CCITTFaxDecode"), new byte[9]);
            assertThat(unread(members(fax).get(0)).code()).isEqualTo("UNSUPPORTED");
            assertThat(unread(members(fax).get(0)).zhReason()).contains("CCITTFaxDecode");

            byte[] huge = page(image("/Width 50000/Height 50000/BitsPerComponent 8"), new byte[9]);
            assertThat(unread(members(huge).get(0)).code()).isEqualTo("LIMIT");

            byte[] locked = new Pdf().object(1, "<</Encrypt 3 0 R>>").bytes();
            assertThat(unread(members(locked).get(0)).code()).isEqualTo("UNSUPPORTED");
        }

        @Test
        void treesThatBiteTheirTailEnd() {
            byte[] pdf =
                    new Pdf()
                                    .object(1, "<</Pages 2 0 R>>")
                                    .object(2, "<</Kids[2 0 R 3 0 R 3 0 R]>>")
                                    .object(3, "<</Resources<</XObject<</A 4 0 R/F 5 0 R>>>>>>")
                                    .stream(4, image("/Filter/DCTDecode"), JPEG)
                                    .stream(5, "/Subtype/Form/Resources 6 0 R", new byte[1])
                                    .object(6, "<</XObject<</F 5 0 R/G 7 0 R>>>>")
                                    .object(7, "7 0 R")
                                    .bytes();
            assertThat(places(members(pdf))).containsExactly("page 1, image 1");
        }

        @Test
        void nestingWithoutEndIsToldAndNotFollowed() {
            byte[] pdf =
                    new Pdf().object(1, "<</Pages 2 0 R>>").object(2, "[".repeat(90_000)).bytes();
            List<Member> members = members(pdf);
            assertThat(members).hasSize(1);
            assertThat(unread(members.get(0)).code()).isEqualTo("DAMAGED");
        }

        @Test
        void aDocumentWithoutPicturesHasNone() {
            assertThat(members(ContainerSmith.pdf("(x)"))).isEmpty();
        }
    }

    @Test
    void randomlyChangedDocumentsNeverThrow() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("document fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        Map<Integer, String> packed = new LinkedHashMap<>();
        packed.put(1, "<</Pages 2 0 R>>");
        packed.put(2, "<</Kids[3 0 R]>>");
        packed.put(3, "<</Resources<</XObject<</A 4 0 R>>>>>>");
        byte[] pdf =
                new Pdf().packed(9, packed).stream(4, image("/Filter/DCTDecode"), JPEG).bytes();
        List<byte[]> files = List.of(DocumentSmith.pdf(JPEG), pdf, docx("word/media/a.png", PNG));
        for (int round = 0; round < 1_500; round++) {
            byte[] file = files.get(round % files.size()).clone();
            for (int i = random.nextInt(10); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(
                            () -> {
                                if (Intake.of(ByteView.of(file)) instanceof Intake.Document d) {
                                    d.document().members().forEach(Member::content);
                                }
                            })
                    .doesNotThrowAnyException();
        }
    }
}

package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.Party;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evidence that is no JPEG or PNG, from the door to the indication. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceKindsTest {
    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"00119111010800000000001000001\","
                    + "\"ProduceID\":\"p-1\"}";

    private final Party city = new Party(TestCaller.city(INTAKE));

    private BufferedImage copyOf(UUID evidence) {
        byte[] copy =
                city.looksAt(evidence, "/content")
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .extract()
                        .asByteArray();
        return PictureDrawer.read(copy);
    }

    @Test
    void aPictureThatNeedsAnotherProcessIsAnalysedAndShown() {
        assumeTrue(FilmSmith.isHere());
        byte[] avif =
                FilmSmith.plain("avif", "green", 128, 96, "-c:v", "libaom-av1", "-cpu-used", "8");
        Response sent = city.sends(avif);
        sent.then().statusCode(201).body("mediaType", equalTo("image/avif"));
        UUID evidence = UUID.fromString(sent.jsonPath().getString("id"));
        JsonPath analysis = city.analysis(evidence);
        assertThat(analysis.getList("signals.code", String.class)).contains("SATURATION_MEASURED");
        assertThat(copyOf(evidence).getWidth()).isEqualTo(128);
    }

    @Test
    void aFilmIsKeptReadAndShownByItsFirstPicture() {
        assumeTrue(FilmSmith.isHere());
        byte[] film = FilmSmith.redThenBlue("mp4", "-c:v", "mpeg4");
        Response sent = city.asks().contentType("video/mp4").body(film).post("/v1/evidence");
        sent.then()
                .statusCode(201)
                .body("mediaType", equalTo("video/mp4"))
                .body("width", equalTo(160))
                .body("height", equalTo(120));
        UUID evidence = UUID.fromString(sent.jsonPath().getString("id"));
        assertThat(city.analysis(evidence).getString("band")).isEqualTo("NO_SIGN");
        int middle = copyOf(evidence).getRGB(80, 60);
        assertThat(middle >> 16 & 0xFF).isGreaterThan(200);
    }

    /** Two scenes of a second each; only their prints tell them apart. */
    @Test
    void aPictureOfAFilmAndAFilmOfAPictureFindEachOther() {
        assumeTrue(FilmSmith.isHere());
        BufferedImage later = PictureDrawer.goods(320, 240, 932);
        byte[] first = FilmSmith.rgb(PictureDrawer.goods(320, 240, 931));
        byte[] second = FilmSmith.rgb(later);
        List<byte[]> scenes = new ArrayList<>(Collections.nCopies(8, first));
        scenes.addAll(Collections.nCopies(8, second));
        byte[] film = FilmSmith.of(scenes, 320, 240, 8, "mp4", "-c:v", "mpeg4", "-q:v", "3");
        UUID shown = city.uploads(film);
        JsonPath analysis = city.analysis(shown);
        assertThat(analysis.getList("signals.code", String.class))
                .contains("FILM_FRAMES_REPEATED", "FILM_TRACK");
        assertThat(analysis.getInt("reuse.total")).isZero();

        UUID still = city.uploads(PictureDrawer.jpeg(later, 0.9));
        JsonPath match = city.analysis(still);
        assertThat(match.getInt("reuse.total")).isEqualTo(1);
        assertThat(match.getString("reuse.visible[0].evidenceId")).isEqualTo(shown.toString());
        assertThat(match.getDouble("reuse.visible[0].otherSecond")).isBetween(0.9, 1.3);
        assertThat((Object) match.get("reuse.visible[0].second")).isNull();

        byte[] other = FilmSmith.of(scenes, 320, 240, 8, "avi", "-c:v", "mjpeg");
        JsonPath again = city.analysis(city.uploads(other));
        assertThat(again.getList("reuse.visible.evidenceId", String.class))
                .containsExactlyInAnyOrder(shown.toString(), still.toString());
    }

    @Test
    void aFilmWhosePicturesAreGoneIsInconclusiveAndTheServiceGoesOn() {
        assumeTrue(FilmSmith.isHere());
        byte[] film = FilmSmith.redThenBlue("avi", "-c:v", "mjpeg");
        Arrays.fill(film, film.length / 4, film.length, (byte) 7);
        UUID evidence = city.uploads(film);
        JsonPath analysis = city.analysis(evidence);
        assertThat(analysis.getString("band")).isEqualTo("INCONCLUSIVE");
        assertThat(analysis.getList("notes.kind", String.class)).contains("COULD_NOT_READ");
        UUID next = city.uploads(PictureDrawer.png(PictureDrawer.goods(90, 80, 901)));
        assertThat(city.analysis(next).getString("band")).isEqualTo("NO_SIGN");
    }

    @Test
    void aLabelOfAPictureInADocumentIsFoundAndPlaced() {
        byte[] picture =
                FileSmith.withText(
                        PictureDrawer.png(PictureDrawer.goods(90, 80, 902)), "AIGC", LABEL);
        Response sent = city.sends(DocumentSmith.docx("word/media/image1.png", picture));
        sent.then()
                .statusCode(201)
                .body("mediaType", equalTo("application/vnd.openxmlformats-officedocument"));
        UUID evidence = UUID.fromString(sent.jsonPath().getString("id"));
        JsonPath analysis = city.analysis(evidence);
        assertThat(analysis.getString("labelVerdict")).isEqualTo("CONFIRMED_BY_METADATA");
        assertThat(analysis.getString("signals[0].supports")).contains("word/media/image1.png");
        city.looksAt(evidence, "/content")
                .then()
                .statusCode(409)
                .body("detail", containsString("文档"));
    }
}

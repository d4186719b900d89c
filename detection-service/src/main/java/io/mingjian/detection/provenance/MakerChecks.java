package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.provenance.CameraCheck.Answer;
import io.mingjian.detection.provenance.CameraMakers.Maker;
import java.util.Optional;

/** What belongs to one maker: name, notes, lens, colour profile. */
final class MakerChecks {
    private static final String ICC_HEAD = "ICC_PROFILE\0";

    /** Head with number and count of portions; then the creator's place in a profile (ICC.1). */
    private static final int ICC_CREATOR = ICC_HEAD.length() + 2 + 80;

    private MakerChecks() {}

    static Answer known(CameraData data) {
        return data.text(ExifFields.MAKE)
                .map(make -> Answer.notedUnless(CameraMakers.named(make).isPresent(), make))
                .orElse(Answer.ABSENT);
    }

    /** Notes that begin like another maker's contradict; notes without a name say nothing. */
    static Answer note(CameraData data) {
        Optional<Maker> maker = data.text(ExifFields.MAKE).flatMap(CameraMakers::named);
        Optional<String> head = data.noteHead();
        if (maker.isEmpty() || head.isEmpty()) {
            return Answer.ABSENT;
        }
        if (maker.get().begins(head.get())) {
            return Answer.agreesIf(true, "专有注释为 " + maker.get().name() + " 格式");
        }
        return CameraMakers.writing(head.get())
                .map(
                        writer ->
                                Answer.agreesIf(
                                        false,
                                        "厂商为 %s，专有注释却为 %s 格式"
                                                .formatted(maker.get().name(), writer.name())))
                .orElse(Answer.notedUnless(false, "有专有注释，格式不带厂商名称"));
    }

    /** Apple's phones write the model in front of the lens. */
    static Answer lens(CameraData data) {
        Optional<String> model = data.text(ExifFields.MODEL).filter(m -> m.startsWith("iPhone"));
        Optional<String> lens = data.text(ExifFields.LENS_MODEL);
        return model.isEmpty() || lens.isEmpty()
                ? Answer.ABSENT
                : Answer.agreesIf(
                        lens.get().startsWith(model.get()),
                        "机型 %s，镜头 %s".formatted(model.get(), lens.get()));
    }

    /** Only Apple is asked: its cameras have written profiles of Apple's since 2016. */
    static Answer profile(CameraData data) {
        boolean isApple =
                data.text(ExifFields.MAKE).filter(make -> make.equals("Apple")).isPresent();
        return isApple
                ? creator(data)
                        .map(name -> Answer.notedUnless(name.equals("appl"), "描述文件出自 " + name))
                        .orElse(Answer.ABSENT)
                : Answer.ABSENT;
    }

    private static Optional<String> creator(CameraData data) {
        ByteView file = data.media().bytes();
        return data.media()
                .container()
                .blocks("APP2")
                .filter(block -> file.has(block.dataOffset(), ICC_HEAD))
                .filter(block -> block.dataLength() >= ICC_CREATOR + 4)
                .findFirst()
                .map(Block::dataOffset)
                .map(at -> file.latin1(at + ICC_CREATOR, 4).trim())
                .filter(name -> name.matches("[\\x20-\\x7E]+"));
    }
}

package io.mingjian.detection.film;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaFacts;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Sound;
import io.mingjian.detection.media.TrackFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tracks of a film are like where films of generators, and of many ordinary programs, are
 * alike: pictures at perfectly even intervals, a length of exactly five or ten seconds, no sound or
 * a silent track. Facts without weight; nothing was measured that would give them one. Code {@code
 * FILM_TRACK}.
 */
public final class FilmTrack implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("film-track", 1);

    /** Lengths that services offer, in seconds. */
    private static final List<Integer> OFFERED = List.of(5, 10);

    /** Half a picture at 24 a second, and some: a clip may lack its last one. */
    private static final double ABOUT = 0.05;

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public Set<MediaKind> reads() {
        return MediaKind.FILMS;
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        return List.of(new NotApplicable(ID, "NO_FILM", "该项只查看视频。"));
    }

    @Override
    public List<Finding> watch(EvidenceFilm film) {
        MediaFacts media = film.facts();
        Sound sound = film.sound();
        boolean even = TrackFacts.of(film.mediaFile()).evenInterval().orElse(false);
        boolean offered = media.seconds().filter(FilmTrack::isOffered).isPresent();
        List<String> seen = new ArrayList<>();
        if (even) {
            seen.add("各帧间隔完全相等");
        }
        if (offered) {
            seen.add("时长正好 %d 秒".formatted(Math.round(media.seconds().orElse(0.0))));
        }
        if (sound == Sound.NONE) {
            seen.add("没有声音");
        } else if (sound == Sound.SILENT) {
            seen.add("有声音轨道但全程无声");
        }
        if (seen.isEmpty()) {
            return List.of(new NothingFound(ID, "视频的时长、帧间隔和声音没有需要提示之处。"));
        }
        return List.of(
                new Found(
                        ID,
                        "FILM_TRACK",
                        SignalStrength.NEUTRAL,
                        "视频" + String.join("，", seen) + "。",
                        "录屏、剪辑、聊天软件转存和关闭录音的拍摄都常见这些特点，也是生成工具的常见输出；单独没有指向，不计入判断。",
                        List.of(),
                        facts(media, sound, film)));
    }

    private static boolean isOffered(double seconds) {
        return OFFERED.stream().anyMatch(length -> Math.abs(seconds - length) <= ABOUT);
    }

    private static Map<String, Object> facts(MediaFacts media, Sound sound, EvidenceFilm film) {
        Map<String, Object> facts = new LinkedHashMap<>(media.byName());
        TrackFacts.of(film.mediaFile())
                .evenInterval()
                .ifPresent(even -> facts.put("evenInterval", even));
        facts.put("sound", sound.name());
        return facts;
    }
}

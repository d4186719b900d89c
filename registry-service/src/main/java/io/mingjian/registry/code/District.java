package io.mingjian.registry.code;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sixteen districts of Shanghai with their market regulation bureaus (GB/T 2260). Codes of
 * merged districts still occur in old papers and stand for the district that took them over.
 */
public enum District {
    HUANGPU("310101", "黄浦区", "黄", "samr-huangpu"),
    XUHUI("310104", "徐汇区", "徐", "samr-xuhui"),
    CHANGNING("310105", "长宁区", "长", "samr-changning"),
    JINGAN("310106", "静安区", "静", "samr-jingan"),
    PUTUO("310107", "普陀区", "普", "samr-putuo"),
    HONGKOU("310109", "虹口区", "虹", "samr-hongkou"),
    YANGPU("310110", "杨浦区", "杨", "samr-yangpu"),
    MINHANG("310112", "闵行区", "闵", "samr-minhang"),
    BAOSHAN("310113", "宝山区", "宝", "samr-baoshan"),
    JIADING("310114", "嘉定区", "嘉", "samr-jiading"),
    PUDONG("310115", "浦东新区", "浦", "samr-pudong"),
    JINSHAN("310116", "金山区", "金", "samr-jinshan"),
    SONGJIANG("310117", "松江区", "松", "samr-songjiang"),
    QINGPU("310118", "青浦区", "青", "samr-qingpu"),
    FENGXIAN("310120", "奉贤区", "奉", "samr-fengxian"),
    CHONGMING("310151", "崇明区", "崇", "samr-chongming");

    /** Organisation id of the municipal bureau, which runs the unified intake unit (Art 41). */
    public static final String CITY_ORGANISATION = "samr-shanghai";

    private static final Map<String, Abolished> ABOLISHED =
            Stream.of(
                            new Abolished("310102", "南市区", HUANGPU),
                            new Abolished("310103", "卢湾区", HUANGPU),
                            new Abolished("310108", "闸北区", JINGAN),
                            new Abolished("310111", "吴淞区", BAOSHAN),
                            new Abolished("310119", "南汇区", PUDONG),
                            new Abolished("310221", "上海县", MINHANG, PUDONG),
                            new Abolished("310222", "嘉定县", JIADING),
                            new Abolished("310223", "宝山县", BAOSHAN),
                            new Abolished("310224", "川沙县", PUDONG),
                            new Abolished("310225", "南汇县", PUDONG),
                            new Abolished("310226", "奉贤县", FENGXIAN),
                            new Abolished("310227", "松江县", SONGJIANG),
                            new Abolished("310228", "金山县", JINSHAN),
                            new Abolished("310229", "青浦县", QINGPU),
                            new Abolished("310230", "崇明县", CHONGMING))
                    .collect(toUnmodifiableMap(Abolished::code, identity()));

    private final String code;
    private final String zh;
    private final String sign;
    private final String organisation;

    District(String code, String zh, String sign, String organisation) {
        this.code = code;
        this.zh = zh;
        this.sign = sign;
        this.organisation = organisation;
    }

    /**
     * A district or county that is no more.
     *
     * @param successors who took over its area; more than one where it was divided
     */
    public record Abolished(String code, String zh, List<District> successors) {
        Abolished(String code, String zh, District... successors) {
            this(code, zh, List.of(successors));
        }

        /** The successor, if it is the only one. */
        public Optional<District> successor() {
            return successors.size() == 1 ? Optional.of(successors.get(0)) : Optional.empty();
        }
    }

    /** The district for a six-digit code of today or of a district that one of today took over. */
    public static Optional<District> ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .or(() -> abolished(code).flatMap(Abolished::successor));
    }

    /** What a code stood for that old papers still carry. */
    public static Optional<Abolished> abolished(String code) {
        return Optional.ofNullable(ABOLISHED.get(code));
    }

    /** The district whose bureau has this organisation id. */
    public static Optional<District> ofOrganisation(String organisation) {
        return Arrays.stream(values())
                .filter(each -> each.organisation.equals(organisation))
                .findFirst();
    }

    /** Six-digit code. */
    public String code() {
        return code;
    }

    /** Name in Chinese. */
    public String zh() {
        return zh;
    }

    /** The one character that stands for the district in document numbers. */
    public String sign() {
        return sign;
    }

    /** Organisation id of the district's market regulation bureau. */
    public String organisation() {
        return organisation;
    }
}

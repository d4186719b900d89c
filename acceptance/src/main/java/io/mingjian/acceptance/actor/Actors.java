package io.mingjian.acceptance.actor;

import io.mingjian.stack.Addresses;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cast: one of each kind of user of a local stack. */
public final class Actors {
    private final Addresses addresses;

    public Actors(Addresses addresses) {
        this.addresses = addresses;
    }

    public IntakeOfficer cityIntake() {
        return new IntakeOfficer(person("city.intake"), "市局登记员");
    }

    public IntakeOfficer huangpuIntake() {
        return new IntakeOfficer(person("huangpu.intake"), "黄浦区局登记员");
    }

    public DistrictHandler huangpu() {
        return new DistrictHandler(person("huangpu.handler"), "黄浦区局承办人");
    }

    /** Works beside the handler, at the same desk. */
    public DistrictHandler huangpuColleague() {
        return new DistrictHandler(person("huangpu.colleague"), "黄浦区局承办人乙");
    }

    public Officer huangpuHead() {
        return new Officer(person("huangpu.head"), "黄浦区局负责人");
    }

    public Officer huangpuReviewer() {
        return new Officer(person("huangpu.reviewer"), "黄浦区局审核人");
    }

    /** The other district. */
    public DistrictHandler pudong() {
        return new DistrictHandler(person("pudong.handler"), "浦东新区局承办人");
    }

    public Officer pudongReviewer() {
        return new Officer(person("pudong.reviewer"), "浦东新区局审核人");
    }

    /** A third district. */
    public DistrictHandler xuhui() {
        return new DistrictHandler(person("xuhui.handler"), "徐汇区局承办人");
    }

    public CityReviewer cityReviewer() {
        return new CityReviewer(person("city.reviewer"), "市局审核员");
    }

    public CityHead cityHead() {
        return new CityHead(person("city.head"), "市局负责人");
    }

    public Auditor auditor() {
        return new Auditor(person("city.auditor"), "审计员");
    }

    public Administrator administrator() {
        return new Administrator(person("city.admin"), "系统管理员");
    }

    public PoliceOfficer police() {
        return new PoliceOfficer(person("police.officer"), "公安民警");
    }

    public CourtClerk court() {
        return new CourtClerk(person("court.clerk"), "法院书记员");
    }

    public Merchant merchant() {
        return new Merchant(person("merchant.wang"), "小商家");
    }

    public MonitoringAgency jingwei() {
        return new MonitoringAgency(machine("monitor-jingwei"), "经纬监测");
    }

    public MonitoringAgency otherAgency() {
        return new MonitoringAgency(machine("monitor-other"), "另一家监测机构");
    }

    public Platform yougou() {
        return new Platform(machine("platform-yougou"), "优购平台");
    }

    public ModelProvider huiyan() {
        return new ModelProvider(machine("provider-huiyan"), "绘言模型");
    }

    public ModelProvider otherProvider() {
        return new ModelProvider(machine("provider-other"), "另一家模型服务提供者");
    }

    /** A door for a person of the example accounts. */
    public Door person(String user) {
        return door(() -> addresses.tokens().ofUser(user));
    }

    /** A door for a partner's system. */
    public Door machine(String client) {
        return door(() -> addresses.tokens().ofClient(client));
    }

    /** A door for whoever holds this token; null for nobody. */
    public Door door(Supplier<@Nullable String> token) {
        URI gateway = addresses.gateway();
        return new Door(gateway, token);
    }

    public Door stranger() {
        return door(() -> null);
    }

    /** A person whose token was made for another API. */
    public Door withWrongAudience(String user) {
        return door(() -> addresses.tokens().withWrongAudience(user));
    }
}

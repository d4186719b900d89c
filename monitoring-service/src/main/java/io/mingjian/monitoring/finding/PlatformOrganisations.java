package io.mingjian.monitoring.finding;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The organisations that answer for platforms. A platform twice, or an organisation that no
 * platform's token could name, stops the start.
 */
public final class PlatformOrganisations {
    private static final Pattern FORM = Pattern.compile("platform-[a-z0-9-]{1,50}");

    /** The table in force. */
    public static final PlatformOrganisations SHIPPED = of(Tables.INSTALLED);

    private final Set<String> platforms = new HashSet<>();
    private final Set<String> organisations;

    private PlatformOrganisations(List<Row> rows) {
        for (Row row : rows) {
            if (!platforms.add(Platforms.folded(row.platform()))) {
                throw new IllegalStateException("two rows for " + row.platform());
            }
            if (!FORM.matcher(row.organisation()).matches()) {
                throw new IllegalStateException(row.organisation() + " is no platform's");
            }
        }
        organisations =
                rows.stream().map(Row::organisation).collect(Collectors.toUnmodifiableSet());
    }

    /** Who answers for one platform. */
    public record Row(String platform, String organisation, String basis, String status) {}

    /** Whether somebody answers under this id. */
    public boolean knows(String organisation) {
        return organisations.contains(organisation);
    }

    /** Platforms that findings may name and for which nobody answers. */
    public List<String> unansweredOf(Platforms known) {
        return known.names().stream()
                .filter(name -> !platforms.contains(Platforms.folded(name)))
                .toList();
    }

    /** The refusal of an organisation that nobody knows. */
    public static FieldError unknown(String pointer) {
        return new FieldError(
                pointer,
                "unknown-platform",
                "平台机构编号不在平台机构对照表中，没有单位会收到；请核对编号，或者请管理员补充对照表",
                "No platform answers under this id.");
    }

    public static PlatformOrganisations of(Tables tables) {
        return tables.make(
                Table.PLATFORM_ORGANISATIONS,
                yaml -> new PlatformOrganisations(CodeTable.parse(yaml, Row.class)));
    }
}

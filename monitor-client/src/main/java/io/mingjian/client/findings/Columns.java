package io.mingjian.client.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A finding as a row: each column is a path such as {@code evidence.1.timeCalibration.source},
 * where a number counts the elements of a list from 1. Empty cells are absent.
 */
final class Columns {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.([A-Za-z][A-Za-z0-9]*|[1-9][0-9]?))*");
    private static final Set<String> NUMBERS = Set.of("price", "salesVolume", "offsetMillis");
    private static final Set<String> BOOLEANS = Set.of("aiRelated", "twoPerson");

    /** Lists of texts that stand in one cell. */
    private static final Set<String> LISTS = Set.of("provisionRefs", "steps");

    private static final String BETWEEN = "|";
    private static final Set<String> YES = Set.of("true", "1", "是");
    private static final Set<String> NO = Set.of("false", "0", "否");

    private Columns() {}

    static boolean isName(String column) {
        return NAME.matcher(column).matches();
    }

    /** A cell that cannot be read as what its column says. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Text why;

        Unreadable(Text why) {
            super(why.en());
            this.why = why;
        }

        Text why() {
            return why;
        }
    }

    static ObjectNode toObject(List<String> names, List<String> cells) throws Unreadable {
        ObjectNode root = Json.MAPPER.createObjectNode();
        for (int at = 0; at < names.size(); at++) {
            String cell = at < cells.size() ? cells.get(at).strip() : "";
            if (!cell.isEmpty()) {
                put(root, names.get(at), cell);
            }
        }
        withoutGaps(root);
        return root;
    }

    private static void put(ObjectNode root, String name, String cell) throws Unreadable {
        String[] path = name.split("\\.");
        JsonNode node = root;
        for (int at = 0; at < path.length - 1; at++) {
            boolean list = Character.isDigit(path[at + 1].charAt(0));
            node = child(node, path[at], list);
            if (node.isArray() != list) {
                throw new Unreadable(
                        Text.of("列名 %s 与其他列矛盾", "column %s contradicts another", name));
            }
        }
        String last = path[path.length - 1];
        if (node instanceof ArrayNode array) {
            fill(array, Integer.parseInt(last));
            array.set(Integer.parseInt(last) - 1, value(last, name, cell));
        } else {
            ((ObjectNode) node).set(last, value(last, name, cell));
        }
    }

    private static JsonNode child(JsonNode parent, String step, boolean list) {
        JsonNode made = list ? Json.MAPPER.createArrayNode() : Json.MAPPER.createObjectNode();
        if (parent instanceof ArrayNode array) {
            int at = Integer.parseInt(step) - 1;
            fill(array, at + 1);
            if (array.get(at).isNull()) {
                array.set(at, made);
            }
            return array.get(at);
        }
        ObjectNode object = (ObjectNode) parent;
        JsonNode there = object.get(step);
        if (there == null) {
            object.set(step, made);
            return made;
        }
        return there;
    }

    private static void fill(ArrayNode array, int size) {
        while (array.size() < size) {
            array.addNull();
        }
    }

    private static void withoutGaps(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int at = array.size() - 1; at >= 0; at--) {
                if (array.get(at).isNull()) {
                    array.remove(at);
                }
            }
        }
        node.forEach(Columns::withoutGaps);
    }

    private static JsonNode value(String last, String name, String cell) throws Unreadable {
        if (NUMBERS.contains(last)) {
            return number(name, cell);
        }
        if (BOOLEANS.contains(last)) {
            return yesOrNo(name, cell);
        }
        if (LISTS.contains(last)) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            for (String part : cell.split(Pattern.quote(BETWEEN))) {
                if (!part.isBlank()) {
                    list.add(part.strip());
                }
            }
            return list;
        }
        return Json.MAPPER.getNodeFactory().textNode(cell);
    }

    private static JsonNode number(String name, String cell) throws Unreadable {
        try {
            if (cell.length() > 30) {
                throw new NumberFormatException("long");
            }
            return Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(cell));
        } catch (NumberFormatException notOne) {
            throw new Unreadable(Text.of("列 %s 应为数字", "column %s must be a number", name));
        }
    }

    private static JsonNode yesOrNo(String name, String cell) throws Unreadable {
        String told = cell.toLowerCase(java.util.Locale.ROOT);
        if (!YES.contains(told) && !NO.contains(told)) {
            throw new Unreadable(Text.of("列 %s 应为 是 或 否", "column %s must be true or false", name));
        }
        return Json.MAPPER.getNodeFactory().booleanNode(YES.contains(told));
    }

    /** The way back, for the template. */
    static Map<String, String> toCells(ObjectNode finding) {
        Map<String, String> cells = new LinkedHashMap<>();
        finding.fields().forEachRemaining(e -> flatten(e.getKey(), e.getValue(), cells));
        return cells;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> cells) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        if (LISTS.contains(last)) {
            cells.put(
                    path,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(BETWEEN)));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                flatten(path + "." + (at + 1), node.get(at), cells);
            }
        } else if (node.isObject()) {
            node.fields()
                    .forEachRemaining(e -> flatten(path + "." + e.getKey(), e.getValue(), cells));
        } else {
            cells.put(path, node.asText());
        }
    }
}

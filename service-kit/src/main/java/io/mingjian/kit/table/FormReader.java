package io.mingjian.kit.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.table.Table.Line;
import java.util.ArrayList;
import java.util.List;

/** Makes a form of a line: each cell goes to the place that the pointer of its column names. */
public final class FormReader {
    private final Headings headings;

    public FormReader(Headings headings) {
        this.headings = headings;
    }

    /**
     * A line as a form.
     *
     * @param texts its cells in the order of the headings
     * @param faults of single cells; the caller may add others
     */
    public record Form(List<String> texts, ObjectNode form, List<RowFault> faults) {}

    public Form read(Line line) {
        List<RowFault> faults = new ArrayList<>();
        CellReader cells = new CellReader(faults);
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        List<String> texts = new ArrayList<>(headings.names().size());
        for (int i = 0; i < headings.columns().size(); i++) {
            Cell cell = i < line.cells().size() ? line.cells().get(i) : Cell.BLANK;
            Column column = headings.columns().get(i);
            texts.add(cell.text());
            cells.read(column, cell).ifPresent(value -> put(form, column.pointer(), value));
        }
        refuseExtraCells(line, faults);
        return new Form(texts, form, faults);
    }

    private void refuseExtraCells(Line line, List<RowFault> faults) {
        for (int i = headings.width(); i < line.cells().size(); i++) {
            if (!line.cells().get(i).text().isBlank()) {
                faults.add(new RowFault("", "extra-cell", "第" + (i + 1) + "列没有表头，却有内容。"));
                return;
            }
        }
    }

    private static void put(ObjectNode form, String pointer, JsonNode value) {
        String[] path = pointer.substring(1).split("/");
        ContainerNode<?> node = form;
        for (int i = 0; i < path.length - 1; i++) {
            node = inner(node, path[i], isPlace(path[i + 1]));
        }
        set(node, path[path.length - 1], value);
    }

    /** The object or list at this place, made if it is not there. */
    private static ContainerNode<?> inner(ContainerNode<?> node, String step, boolean list) {
        JsonNode found = isPlace(step) ? node.path(Integer.parseInt(step)) : node.path(step);
        if (found instanceof ContainerNode<?> there) {
            return there;
        }
        ContainerNode<?> made =
                list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        set(node, step, made);
        return made;
    }

    private static void set(ContainerNode<?> node, String step, JsonNode value) {
        if (node instanceof ArrayNode list) {
            int place = Integer.parseInt(step);
            while (list.size() <= place) {
                list.addNull();
            }
            list.set(place, value);
        } else {
            ((ObjectNode) node).set(step, value);
        }
    }

    private static boolean isPlace(String step) {
        return Character.isDigit(step.charAt(0));
    }
}

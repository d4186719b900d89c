package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a row says: its cells, and the form that was made of them. */
public record RowContent(List<String> texts, JsonNode form) {}

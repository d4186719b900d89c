package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.DataTable;
import io.mingjian.detection.media.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Weighs the figures of a picture into a score from 0 to 1 by logistic regression. The numbers are
 * data; the head of their file says from which pictures and by which command they were made.
 */
final class ScreenModel {
    static final String FILE = "recapture-model-1.csv";

    private static final ScreenModel SHIPPED =
            new ScreenModel(DataTable.rows(ScreenModel.class, FILE));

    private final List<Term> terms;
    private final double bias;
    private final double hintFrom;

    private record Term(String figure, double mean, double spread, double weight) {}

    ScreenModel(List<List<String>> rows) {
        List<Term> read = new ArrayList<>();
        double biasRead = 0;
        double hint = 1;
        for (List<String> row : rows) {
            switch (row.get(0)) {
                case "bias" -> biasRead = Double.parseDouble(row.get(1));
                case "hintFrom" -> hint = Double.parseDouble(row.get(1));
                default ->
                        read.add(
                                new Term(
                                        row.get(0),
                                        Double.parseDouble(row.get(1)),
                                        Double.parseDouble(row.get(2)),
                                        Double.parseDouble(row.get(3))));
            }
        }
        this.terms = List.copyOf(read);
        this.bias = biasRead;
        this.hintFrom = hint;
    }

    static ScreenModel shipped() {
        return SHIPPED;
    }

    /** The score of a picture that can be measured. */
    double score(Pixels pixels) {
        return score(ScreenFigures.of(pixels));
    }

    /** 0 to 1; a place on a scale and no probability. */
    double score(Map<String, Double> figures) {
        double sum = bias;
        for (Term term : terms) {
            double value = Objects.requireNonNull(figures.get(term.figure()), term.figure());
            double part = (value - term.mean()) / term.spread();
            // Beyond what was seen in training a figure says no more than at its edge.
            sum += term.weight() * Math.max(-3, Math.min(3, part));
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The score from which a picture is told to look photographed from a screen. */
    double hintFrom() {
        return hintFrom;
    }
}

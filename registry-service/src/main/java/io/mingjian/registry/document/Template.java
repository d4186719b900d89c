package io.mingjian.registry.document;

import io.mingjian.paper.Places;
import io.mingjian.paper.TextVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the text of a notice. It is fixed once a notice was made with it.
 *
 * @param addressees to whom this text speaks
 * @param validFrom first day on which it is used
 * @param series what stands in the number, as 投受
 * @param article the law that asks for the notice
 */
record Template(
        NoticeKind kind,
        Set<Addressee> addressees,
        int version,
        LocalDate validFrom,
        String title,
        String series,
        String article,
        List<Paragraph> paragraphs)
        implements TextVersion {

    /** Places that every text may use, whatever the order says. */
    static final Set<String> OF_EVERY_NOTICE =
            Set.of(
                    "registrationNo",
                    "documentNo",
                    "receivedOn",
                    "issuedOn",
                    "bureau",
                    "respondent",
                    "filer",
                    "article");

    Template {
        addressees = Set.copyOf(addressees);
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A paragraph.
     *
     * @param when only if this fact (or {@code due}) is given
     */
    record Paragraph(@Nullable String when, String text) {
        List<String> places() {
            return Places.of(text).distinct().toList();
        }

        /**
         * A place may be one of every notice, a fact that must be given, or the one of the
         * condition.
         */
        boolean isSure(NoticeKind kind, String place) {
            return OF_EVERY_NOTICE.contains(place)
                    || kind.required().contains(place)
                    || (place.equals("due") && kind.isDated())
                    || place.equals(when);
        }
    }

    /** The paragraphs with every place filled. */
    List<String> filled(Map<String, String> values) {
        return paragraphs.stream()
                .filter(each -> each.when() == null || values.containsKey(each.when()))
                .map(each -> Places.fill(each.text(), values))
                .toList();
    }
}

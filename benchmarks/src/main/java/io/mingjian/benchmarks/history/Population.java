package io.mingjian.benchmarks.history;

import io.mingjian.benchmarks.history.Person.Decided;
import io.mingjian.benchmarks.history.Person.Filing;
import io.mingjian.benchmarks.history.Person.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The persons of a history, each made from the seed and its number alone, so that any part can be
 * made again without the rest.
 *
 * @param filings about how many there are in all
 * @param lastDay the history covers the {@link #YEARS} years that end on it
 */
public record Population(long seed, long filings, LocalDate lastDay) {
    public static final int YEARS = 5;

    /** Persons with ten or more filings in a year, per filing of that year (Shanghai 2023). */
    static final double FREQUENT_PER_FILING = 7_880.0 / 246_000;

    /** Filings per filer over the whole history: 10 M by 2 M. */
    private static final double FILINGS_PER_PERSON = 5;

    private static final int FREQUENT_FROM = 10;
    private static final int MOST_IN_A_YEAR = 1_372;

    /** Years in which a frequent filer is at it: 1 to 5, two in the mean. */
    private static final double ANOTHER_YEAR = 0.55;

    /** Chance that people look at a frequent filer at all, and at another. */
    private static final double FREQUENT_LOOKED_AT = 0.10;

    private static final double OCCASIONAL_LOOKED_AT = 0.0005;

    private static final double REVOKED = 0.04;
    private static final double SET_ASIDE = 0.02;
    private static final int DAYS_OF_YEAR = 365;
    private static final String[] GOODS = {"食品", "日用品", "服装", "电器", "化妆品", "餐饮", "其他"};
    private static final String[] REMEDIES = {"INFO_DISCLOSURE", "RECONSIDERATION", "SUIT"};
    private static final String[] CONDUCT = {
        "PLANTING", "SWAPPING", "FORGING", "TAMPERING_PRODUCT_INFO", "FABRICATING_FACTS"
    };

    public int persons() {
        return (int) (filings / FILINGS_PER_PERSON);
    }

    /** How many of the persons file ten times or more in at least one year. */
    public int frequent() {
        double aYear = (double) filings / YEARS * FREQUENT_PER_FILING;
        return (int) Math.round(aYear * YEARS / meanYears());
    }

    public LocalDate firstDay() {
        return lastDay.minusDays((long) YEARS * DAYS_OF_YEAR - 1);
    }

    public Stream<Person> stream() {
        return IntStream.range(0, persons()).mapToObj(this::person);
    }

    /** The person with this number, from 0; the frequent ones come first. */
    public Person person(int number) {
        return new Making(number).person();
    }

    private static double meanYears() {
        double mean = 0;
        double reached = 1;
        for (int year = 0; year < YEARS; year++) {
            mean += reached;
            reached *= ANOTHER_YEAR;
        }
        return mean;
    }

    /** One person in the making. */
    private final class Making {
        private final int number;
        private final SplittableRandom random;
        private final Habit habit;
        private final long operators = Math.max(10, filings / 25);
        private final long guilds = Math.max(1, filings / 20_000);
        private final List<Mark> marks = new ArrayList<>();
        private final List<Filing> made = new ArrayList<>();

        Making(int number) {
            this.number = number;
            this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
            this.habit =
                    number < frequent() ? Habit.frequent(random.nextDouble()) : Habit.OCCASIONAL;
        }

        Person person() {
            UUID id = uuid();
            days().forEach(this::file);
            if (habit == Habit.FORGER && !made.isEmpty() && random.nextDouble() < 0.5) {
                mark(CONDUCT[random.nextInt(CONDUCT.length)], last(), 30);
            }
            marks.sort(Comparator.comparing(Mark::day));
            return new Person(id, habit, contact(), made, List.copyOf(marks), decided());
        }

        private List<LocalDate> days() {
            List<LocalDate> days = new ArrayList<>();
            if (habit == Habit.OCCASIONAL) {
                int count = 1 + geometric(occasionalMore());
                for (int i = 0; i < count; i++) {
                    days.add(firstDay().plusDays(random.nextInt(YEARS * DAYS_OF_YEAR)));
                }
            } else {
                int years = Math.min(YEARS, 1 + geometric(ANOTHER_YEAR / (1 - ANOTHER_YEAR)));
                int first = random.nextInt(YEARS - years + 1);
                for (int year = first; year < first + years; year++) {
                    int count = inAYear();
                    for (int i = 0; i < count; i++) {
                        days.add(
                                firstDay()
                                        .plusDays(
                                                (long) year * DAYS_OF_YEAR
                                                        + random.nextInt(DAYS_OF_YEAR)));
                    }
                }
            }
            days.sort(Comparator.naturalOrder());
            return days;
        }

        /** Ten or more, of which twice as many are a quarter as frequent (Pareto, exponent 2). */
        private int inAYear() {
            double pareto = FREQUENT_FROM / Math.sqrt(1 - random.nextDouble());
            return (int) Math.min(MOST_IN_A_YEAR, pareto);
        }

        /**
         * How many more than one an occasional filer files in the mean, so that the sum is right.
         */
        private double occasionalMore() {
            double ofFrequent =
                    (double) filings / YEARS * FREQUENT_PER_FILING * YEARS * meanInAYear();
            double left = (filings - ofFrequent) / (persons() - frequent());
            return Math.max(0, left - 1);
        }

        private void file(LocalDate day) {
            boolean before = !made.isEmpty() && random.nextDouble() < habit.sameOperator;
            long operator =
                    before
                            ? made.get(random.nextInt(made.size())).operator()
                            : random.nextLong(operators);
            Filing filing =
                    new Filing(
                            uuid(),
                            day,
                            operator,
                            GOODS[(int) (operator % GOODS.length)],
                            family(),
                            useRatio(),
                            random.nextDouble() < SET_ASIDE ? "SAFETY_HARM" : null);
            made.add(filing);
            outcome(filing);
        }

        private void outcome(Filing filing) {
            double chance = random.nextDouble();
            if (chance < habit.refused) {
                mark("REFUSED_GROUND_3", filing, 7);
            } else if (chance < habit.refused + habit.withdrawn) {
                mark("WITHDRAWN_AFTER_PAYMENT", filing, 20);
            } else if (chance < habit.refused + habit.withdrawn + habit.upheld) {
                mark("UPHELD", filing, 30);
            }
            if (random.nextDouble() < habit.remedy) {
                mark(REMEDIES[random.nextInt(REMEDIES.length)], filing, 60);
            }
            if (random.nextDouble() < habit.generated) {
                mark("GENERATED_EVIDENCE", filing, 15);
            }
        }

        private void mark(String kind, Filing filing, int within) {
            LocalDate day = filing.day().plusDays(1L + random.nextInt(within));
            if (!day.isAfter(lastDay)) {
                marks.add(new Mark(uuid(), kind, day, filing.submissionId()));
            }
        }

        /** A text of one's own, or one of the ten that a guild of template writers has. */
        private long family() {
            return random.nextDouble() < habit.template
                    ? number % guilds * 10 + random.nextInt(10)
                    : 1_000_000_000L + random.nextLong(Long.MAX_VALUE >> 1);
        }

        private @Nullable Double useRatio() {
            if (random.nextDouble() < habit.hoard) {
                return 3.0 + random.nextInt(60) / 10.0;
            }
            return random.nextDouble() < 0.3 ? random.nextInt(20) / 10.0 : null;
        }

        private long contact() {
            boolean shares = habit == Habit.TEMPLATE_WRITER && random.nextDouble() < 0.5;
            return shares ? number / 4 * 4L : number;
        }

        private @Nullable Decided decided() {
            double looked = habit == Habit.OCCASIONAL ? OCCASIONAL_LOOKED_AT : FREQUENT_LOOKED_AT;
            if (made.isEmpty() || random.nextDouble() >= looked) {
                return null;
            }
            LocalDate proposed = made.get(random.nextInt(made.size())).day().plusDays(10);
            LocalDate day = proposed.plusDays(30L + random.nextInt(60));
            if (day.isAfter(lastDay)) {
                return null;
            }
            boolean listed = random.nextDouble() < habit.listed;
            boolean revoked = listed && random.nextDouble() < REVOKED;
            String outcome = revoked ? "REVOKED" : listed ? "LISTED" : "NOT_LISTED";
            return new Decided(uuid(), proposed, day, outcome);
        }

        private Filing last() {
            return made.get(made.size() - 1);
        }

        private int geometric(double mean) {
            double more = mean / (1 + mean);
            int count = 0;
            while (random.nextDouble() < more) {
                count++;
            }
            return count;
        }

        /** Random, but ordered by the person's number like ids that were given in order of time. */
        private UUID uuid() {
            long time = 0x0180_0000_0000_7000L | ((long) number << 28 & 0x7FFF_FFFF_FFFF_0000L);
            return new UUID(time & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | 1L << 63);
        }
    }

    /** Mean of the numbers that {@code inAYear} gives, by its distribution. */
    private static double meanInAYear() {
        double mean = FREQUENT_FROM;
        for (int n = FREQUENT_FROM + 1; n <= MOST_IN_A_YEAR; n++) {
            mean += Math.pow((double) FREQUENT_FROM / n, 2);
        }
        return mean;
    }
}

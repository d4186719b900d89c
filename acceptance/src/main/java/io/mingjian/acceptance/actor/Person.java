package io.mingjian.acceptance.actor;

/**
 * A made-up filer.
 *
 * @param idNumber resident card with a right check character
 */
public record Person(String name, String idNumber, String phone, String address) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Somebody whom no run has seen before, if {@code number} is new. */
    public static Person numbered(String name, long number) {
        long place = Math.floorMod(number, 999L) + 1;
        long day = Math.floorMod(number / 999L, 28L) + 1;
        long month = Math.floorMod(number / (999L * 28), 12L) + 1;
        long year = 1950 + Math.floorMod(number / (999L * 28 * 12), 55L);
        String body = "310101%04d%02d%02d%03d".formatted(year, month, day, place);
        return new Person(
                name,
                body + checkCharacter(body),
                phone(number),
                "上海市黄浦区人民大道%d号".formatted(Math.floorMod(number, 100_000_000L)));
    }

    /** The same person with another telephone. */
    public Person calledAt(long number) {
        return new Person(name, idNumber, phone(number), address);
    }

    private static String phone(long number) {
        return "139%08d".formatted(Math.floorMod(number, 100_000_000L));
    }

    private static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}

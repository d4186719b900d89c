package io.mingjian.registry.filer;

/**
 * How identities are shown to people who work with them every day: enough to tell apart, no more.
 */
final class Masking {
    private Masking() {}

    /** 张三 → 张*, 欧阳锋 → 欧**. */
    static String name(String name) {
        int[] points = name.codePoints().toArray();
        return new String(points, 0, 1) + "*".repeat(Math.max(1, points.length - 1));
    }

    /** 13800138888 → 138****8888; of a landline only the area code and the last two digits stay. */
    static String phone(String phone) {
        if (phone.matches("\\d{11}") && phone.startsWith("1")) {
            return phone.substring(0, 3) + "****" + phone.substring(7);
        }
        int keep = Math.min(3, phone.length());
        return phone.substring(0, keep)
                + "****"
                + phone.substring(Math.max(keep, phone.length() - 2));
    }

    /** 上海市黄浦区人民大道200号 → 上海市黄浦区****: no more than the district. */
    static String address(String address) {
        int district = Math.max(address.indexOf('区'), address.indexOf('县'));
        int keep = district > 0 && district < 12 ? district + 1 : Math.min(2, address.length());
        return address.substring(0, keep) + "****";
    }

    /** 优购 zhangsan88 → 优购 z****. */
    static String account(PlatformAccount account) {
        String name = account.account();
        return account.platform() + " " + name.substring(0, name.offsetByCodePoints(0, 1)) + "****";
    }

    /**
     * 310101199001010012 → 310101********0012; shorter numbers keep their first and last character.
     */
    static String idNumber(String number) {
        if (number.length() == 18) {
            return number.substring(0, 6) + "*".repeat(8) + number.substring(14);
        }
        return number.charAt(0)
                + "*".repeat(number.length() - 2)
                + number.charAt(number.length() - 1);
    }
}

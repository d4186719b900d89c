package io.mingjian.detection.reuse;

/** The eight ways to lay a picture down: four turns, each also mirrored. */
public enum Turn {
    NONE(false, false, false, "未旋转"),
    MIRROR(false, true, false, "水平镜像"),
    HALF(false, true, true, "旋转 180 度"),
    FLIP(false, false, true, "垂直镜像"),
    TRANSPOSE(true, false, false, "沿主对角线镜像"),
    QUARTER_RIGHT(true, true, false, "顺时针旋转 90 度"),
    TRANSVERSE(true, true, true, "沿副对角线镜像"),
    QUARTER_LEFT(true, false, true, "逆时针旋转 90 度");

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;
    private final String zhName;

    Turn(boolean swapsSides, boolean fromRight, boolean fromBottom, String zhName) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
        this.zhName = zhName;
    }

    boolean swapsSides() {
        return swapsSides;
    }

    boolean fromRight() {
        return fromRight;
    }

    boolean fromBottom() {
        return fromBottom;
    }

    /** True when no turning alone brings the picture back. */
    boolean mirrors() {
        return swapsSides ^ fromRight ^ fromBottom;
    }

    /** The way to lay it that undoes this one. */
    Turn back() {
        return switch (this) {
            case QUARTER_RIGHT -> QUARTER_LEFT;
            case QUARTER_LEFT -> QUARTER_RIGHT;
            default -> this;
        };
    }

    public String zhName() {
        return zhName;
    }
}

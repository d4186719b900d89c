package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;

import java.util.List;
import java.util.Map;

/** How an order comes to its end for an agency. */
public enum Ending {
    COMPLETION {
        @Override
        public void of(String instruction) {
            JINGWEI.step(path(instruction), "completion", Map.of()).statusCode(200);
        }
    },
    CLOSING {
        @Override
        public void of(String instruction) {
            CITY.step(path(instruction), "closing", Map.of("reasons", "专项结束")).statusCode(200);
        }
    },
    WITHDRAWAL {
        @Override
        public void of(String instruction) {
            amends(instruction, "withdrawAgencies");
        }
    },
    DECLINE {
        @Override
        public void of(String instruction) {
            amends(instruction, "withdrawAgencies");
            amends(instruction, "addAgencies");
            JINGWEI.step(path(instruction), "decline", Map.of("reasons", "人员不足")).statusCode(200);
        }
    };

    public abstract void of(String instruction);

    /** An agency that handed in anything neither declines nor is withdrawn. */
    public boolean mayFollowResults() {
        return this == COMPLETION || this == CLOSING;
    }

    private static void amends(String instruction, String what) {
        CITY.step(
                        path(instruction),
                        "amendments",
                        Map.of(
                                "changes",
                                Map.of(what, List.of("monitor-jingwei")),
                                "reasons",
                                "调整监测机构"))
                .statusCode(200);
    }

    private static String path(String instruction) {
        return "/v1/instructions/" + instruction;
    }
}

package io.mingjian.stack.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that one launcher started. After {@link #stopAll} none can be started any more. */
public final class Children {
    /** What others lean on goes last. */
    private static final List<String> LAST = List.of("kafka", "postgres");

    private final Map<String, Child> byName = new ConcurrentHashMap<>();
    private boolean closed;

    public synchronized Child start(ChildSpec spec) {
        if (closed) {
            throw new StackFailure("the stack is being stopped");
        }
        Child child = Child.start(spec);
        byName.put(child.name(), child);
        return child;
    }

    public Optional<Child> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public void stop(String name) {
        take(name).stop();
    }

    public void kill(String name) {
        take(name).kill();
    }

    /** Those that ended though nobody asked them to; each is told once. */
    public List<Child> takeUnexpectedlyEnded() {
        List<Child> ended = byName.values().stream().filter(child -> !child.isAlive()).toList();
        ended.forEach(child -> byName.remove(child.name()));
        return ended;
    }

    /** Users of a thing before the thing: services and Keycloak, then Kafka, then PostgreSQL. */
    public void stopAll() {
        synchronized (this) {
            closed = true;
        }
        List<Child> first = new ArrayList<>(byName.values());
        first.removeIf(child -> LAST.contains(child.name()));
        first.forEach(Child::askToStop);
        first.forEach(Child::stop);
        LAST.forEach(name -> find(name).ifPresent(Child::stop));
        byName.clear();
    }

    private Child take(String name) {
        Child child = byName.remove(name);
        if (child == null) {
            throw new StackFailure(name + " is not running");
        }
        return child;
    }
}

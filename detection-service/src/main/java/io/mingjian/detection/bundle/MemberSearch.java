package io.mingjian.detection.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the entries of a container lie. A file that was touched in one place can still be read by
 * the other account of it, headers or directory, so that the place can be told; whether both agree
 * is for the comparison that follows.
 */
final class MemberSearch {
    private final Source source;
    private final long length;

    /** Bytes of the file; asked only for what lies inside of it. */
    interface Source {
        byte[] bytes(long at, int count) throws IOException;
    }

    MemberSearch(Source source, long length) {
        this.source = source;
        this.length = length;
    }

    List<Member> members() throws IOException {
        List<Member> walked = walked();
        return reachesDirectory(walked) ? walked : listed().orElse(walked);
    }

    /** By the headers before the contents. */
    private List<Member> walked() throws IOException {
        List<Member> members = new ArrayList<>();
        long at = 0;
        while (members.size() < ContainerForm.MOST_MEMBERS
                && length - at >= ContainerForm.LOCAL_SIZE) {
            ByteBuffer header = view(at, ContainerForm.LOCAL_SIZE);
            int nameLength = Short.toUnsignedInt(header.getShort(26));
            if (header.getInt(0) != ContainerForm.LOCAL
                    || nameLength > ContainerForm.LONGEST_NAME
                    || length - at < ContainerForm.LOCAL_SIZE + nameLength) {
                return members;
            }
            byte[] name = source.bytes(at + ContainerForm.LOCAL_SIZE, nameLength);
            Member member = ContainerForm.read(header, 14, name, at);
            if (member.end() > length) {
                return members;
            }
            members.add(member);
            at = member.end();
        }
        return members;
    }

    private boolean reachesDirectory(List<Member> members) throws IOException {
        if (members.isEmpty()) {
            return false;
        }
        long end = members.get(members.size() - 1).end();
        return length - end >= Integer.BYTES
                && view(end, Integer.BYTES).getInt(0) == ContainerForm.CENTRAL;
    }

    /** By the directory, if that describes the whole file without a gap. */
    private Optional<List<Member>> listed() throws IOException {
        if (length < ContainerForm.END_SIZE) {
            return Optional.empty();
        }
        ByteBuffer end = view(length - ContainerForm.END_SIZE, ContainerForm.END_SIZE);
        long at = Integer.toUnsignedLong(end.getInt(16));
        long start = at;
        int count = Short.toUnsignedInt(end.getShort(10));
        List<Member> members = new ArrayList<>();
        long place = 0;
        while (members.size() < Math.min(count, ContainerForm.MOST_MEMBERS)) {
            Optional<Member> next = record(at, place);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            members.add(next.get());
            at += ContainerForm.CENTRAL_SIZE + next.get().nameLength();
            place = next.get().end();
        }
        return place == start && !members.isEmpty() ? Optional.of(members) : Optional.empty();
    }

    private Optional<Member> record(long at, long place) throws IOException {
        if (length - at < ContainerForm.CENTRAL_SIZE) {
            return Optional.empty();
        }
        ByteBuffer header = view(at, ContainerForm.CENTRAL_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(28));
        if (nameLength > ContainerForm.LONGEST_NAME
                || length - at < ContainerForm.CENTRAL_SIZE + nameLength) {
            return Optional.empty();
        }
        byte[] name = source.bytes(at + ContainerForm.CENTRAL_SIZE, nameLength);
        Member member = ContainerForm.read(header, 16, name, place);
        return member.end() <= length ? Optional.of(member) : Optional.empty();
    }

    private ByteBuffer view(long at, int count) throws IOException {
        return ByteBuffer.wrap(source.bytes(at, count)).order(ByteOrder.LITTLE_ENDIAN);
    }
}

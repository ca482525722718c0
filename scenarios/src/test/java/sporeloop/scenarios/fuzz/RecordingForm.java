package sporeloop.scenarios.fuzz;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording whose header, frames (unpacked) or index are changed and sealed again with the right
 * checksums; now and then a length or a time of a frame instead. Layout: {@code docs/formats.md}.
 */
final class RecordingForm implements Form {
    private static final int PREFIX = 8 + 2 + 4;
    private static final int FRAME_HEAD = 4 + 8 + 8 + 4 + 4;
    private static final int FRAME = 0x4652414D;
    private static final int INDEX = 0x494E4458;
    private static final int END = 0x454E442E;

    private record Frame(long from, long to, byte[] raw) {}

    @Override
    public byte[] changed(byte[] input, byte[] other, List<String> words, Mutator mutator) {
        if (mutator.once(8)) {
            return mutator.changed(input, other, words);
        }
        ByteBuffer in = ByteBuffer.wrap(input);
        byte[] prefix = new byte[PREFIX - 4];
        in.get(prefix);
        byte[] header = new byte[in.getInt()];
        in.get(header).getInt();
        List<Frame> frames = new ArrayList<>();
        while (in.remaining() > FRAME_HEAD && in.getInt() == FRAME) {
            long from = in.getLong();
            long to = in.getLong();
            byte[] raw = new byte[in.getInt()];
            byte[] stored = new byte[in.getInt()];
            in.getInt();
            in.get(stored);
            Zstd.decompress(raw, stored);
            frames.add(new Frame(from, to, raw));
        }
        int chosen = mutator.below(frames.size());
        Frame frame = frames.get(chosen);
        byte[] twin = frames.get(mutator.below(frames.size())).raw;
        switch (mutator.below(8)) {
            case 0, 1 -> header = mutator.changed(header, header, words);
            case 2 -> frames.set(chosen, new Frame(mutator.number(), frame.to, frame.raw));
            case 3 -> frames.set(chosen, new Frame(frame.from, mutator.number(), frame.raw));
            default ->
                    frames.set(
                            chosen,
                            new Frame(
                                    frame.from, frame.to, mutator.changed(frame.raw, twin, words)));
        }
        return encoded(prefix, header, frames, mutator);
    }

    private static byte[] encoded(
            byte[] prefix, byte[] header, List<Frame> frames, Mutator mutator) {
        List<byte[]> packed = frames.stream().map(frame -> Zstd.compress(frame.raw, 1)).toList();
        int size = PREFIX + header.length + 4 + 24 + frames.size() * (FRAME_HEAD + 4 + 24);
        size += packed.stream().mapToInt(each -> each.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(prefix).putInt(header.length).put(header);
        out.putInt(SectionForm.checksum(out.array(), out.position()));
        long[] places = new long[frames.size()];
        for (int f = 0; f < places.length; f++) {
            places[f] = out.position();
            frame(out, frames.get(f), packed.get(f), mutator);
        }
        if (mutator.once(2)) {
            index(out, frames, places, mutator);
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void frame(ByteBuffer out, Frame frame, byte[] packed, Mutator mutator) {
        ByteBuffer sealed = ByteBuffer.allocate(FRAME_HEAD + packed.length);
        sealed.putInt(FRAME).putLong(frame.from).putLong(frame.to);
        sealed.putInt(mutator.once(50) ? (int) mutator.number() : frame.raw.length);
        sealed.putInt(mutator.once(50) ? (int) mutator.number() : packed.length).put(packed);
        out.put(sealed.array(), 0, FRAME_HEAD);
        out.putInt(SectionForm.checksum(sealed.array(), sealed.capacity())).put(packed);
    }

    private static void index(ByteBuffer out, List<Frame> frames, long[] places, Mutator mutator) {
        int begin = out.position();
        out.putInt(INDEX).putInt(places.length);
        for (int f = 0; f < places.length; f++) {
            out.putLong(frames.get(f).from).putLong(frames.get(f).to);
            out.putLong(mutator.once(20) ? mutator.number() : places[f]);
        }
        byte[] entries = new byte[out.position() - begin];
        out.get(begin, entries);
        out.putInt(SectionForm.checksum(entries, entries.length));
        out.putLong(mutator.once(50) ? mutator.number() : begin).putInt(END);
    }
}

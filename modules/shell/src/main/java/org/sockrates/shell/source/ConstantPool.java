package org.sockrates.shell.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a class file names (JVMS §4.4), also as what a method takes or gives. */
final class ConstantPool {
    /** A method or field: where its class stands, and where its name and type do. */
    private record Member(int owner, int nameAndType) {}

    private static final Pattern ELEMENT = Pattern.compile("\\[+(?:L(.*);|(.))");
    private static final Pattern IN_TYPE = Pattern.compile("L([^;]+);");

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final List<Integer> types = new ArrayList<>();
    private final Map<Integer, Member> members = new HashMap<>();

    private ConstantPool() {}

    /** @param classFile what a compiler has written */
    static ConstantPool of(byte[] classFile) {
        ConstantPool pool = new ConstantPool();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8); // magic and version
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                i += pool.read(i, in);
            }
            return pool;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    /** Reads one entry; answers how many further places it takes. */
    private int read(int at, DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> texts.put(at, in.readUTF());
            case 7 -> classes.put(at, in.readUnsignedShort());
            case 9, 10, 11 -> members.put(at, new Member(in.readUnsignedShort(), in.readUnsignedShort()));
            case 12 -> {
                names.put(at, in.readUnsignedShort());
                types.add(in.readUnsignedShort());
            }
            case 8, 16, 19, 20 -> in.skipNBytes(2);
            case 15 -> in.skipNBytes(3);
            case 3, 4, 17, 18 -> in.skipNBytes(4);
            case 5, 6 -> in.skipNBytes(8);
            default -> throw new IOException("constant of tag " + tag);
        }
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    /**
     * The classes it names, {@code java/lang/System}; of an array its elements'. What a method gives is used without its name
     * where it is handed on, or is taken for what it inherits.
     */
    Stream<String> classes() {
        Stream<String> itself = classes.values().stream()
                .map(at -> ELEMENT.matcher(texts.get(at)).replaceAll("$1"))
                .filter(name -> name.length() > 1); // of numbers
        Stream<String> inTypes = types.stream()
                .flatMap(at -> IN_TYPE.matcher(texts.get(at)).results())
                .map(found -> found.group(1));
        return Stream.concat(itself, inTypes);
    }

    /** The methods and fields it names, {@code java/lang/System.exit}. */
    Stream<String> members() {
        return members.values().stream()
                .map(member ->
                        texts.get(classes.get(member.owner())) + "." + texts.get(names.get(member.nameAndType())));
    }
}

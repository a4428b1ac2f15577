package org.sockrates.shell.source;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

/**
 * Loads what is somebody's for itself, though another loader, or what Sockrates was started with, may have it too; but not
 * Sockrates.
 */
public final class ApartLoader extends URLClassLoader {
    private static final String OURS = "org.sockrates.";

    private final Map<String, byte[]> compiled;

    /** @param places folders and jars */
    public ApartLoader(List<URL> places) {
        this(places, Map.of());
    }

    /** @param compiled class files by the names of their classes, with dots */
    ApartLoader(List<URL> places, Map<String, byte[]> compiled) {
        super(places.toArray(URL[]::new), ApartLoader.class.getClassLoader());
        this.compiled = compiled;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (findLoadedClass(name) == null && !name.startsWith(OURS)) {
                try {
                    return findClass(name);
                } catch (ClassNotFoundException elsewhere) {
                    // Java's own
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
}

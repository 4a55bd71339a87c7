import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_42346473278e4bc28b8344c327d65746d61231c1 {
    static final String base64Bytes = String.join("", "T2dnUwACAAAAAAAAAAAAAAAAAAAAAEkq9qABE09wdXNIZWFkAQE4AYA+AAAAAABPZ2dTAAAAAAAAAAAAAAAAAAABAAAASZW+VAEuT3B1c1RhZ3MGAAAAZmZtcGVnAQAAABQAAABlbmNvZGVyPUxhdmMgbGlib3B1c09nZ1MABBgwAAAAAAAAAAAAAAIAAAB9AHAmBWhUVk5CWOEeusCyRy0ebcKutDHk9gSqoAStG5qGpoLwkE1mvr7Hg1MR7sjmqg2XJYuUc+3b1jM2BTNZEuLiJMePr2HoUyC5zkRcNfzVrmrdW9FLw1ZZ/2/wVuoX5YQ7Ca7k9InV/q9Afks91uBYD97zcSbyBfXamXNkWDR3EqhbH6LGGZZOPFl8Yc7cgMy4Z6R6J3khV59rALjYdKMLBSb1+yS2xk6Zx/NkaeRftGlN80LP+uV8j1GYsQlgxQPXEOxYD+B9OLRSswlrs6Ibox1ZmxYX/+DBjQrYW5VWa0ZZrsryn8I/JoyV/dQ31MZdqwzsc8g1Kf551Hi37BWt5cCbsmEEtT/cWQeLIAC6rUXqwE/qwnQMgFgP4F5tga/lz+ZGhbUtTHRkuJEjoHEB1pp05ZkzRzMzZ1ApwG3vMUvv2OytNvAbzngDQxH/QrNchgcdL+FWIb++evSqf/4xEhsu5KiE7FiBUTN5aNqlG+AiAf3SMBEfdREHERwMTREpLOC23ff/UI81VfiURrAvprFnJiuwbs+mOqcin5TwAh3b0TCOJMHwqg==");

    public static void main(String[] args) throws Throwable {
        Crash_42346473278e4bc28b8344c327d65746d61231c1.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = org.emotone.audio.FuzzTarget.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = org.emotone.audio.FuzzTarget.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        org.emotone.audio.FuzzTarget.fuzzerTestOneInput(input);
    }
}